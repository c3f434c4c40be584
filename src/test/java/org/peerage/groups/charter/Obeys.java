package org.peerage.groups.charter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a test that changes these parameters of a charter and sees the program behave otherwise.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Obeys {

    String[] value();
}
