package org.peerage.mail;

import java.util.List;

/// Names the kinds of letter that a module sends and that may be switched off. One bean a module.
public interface LetterKinds {

    List<LetterKind> letters();
}
