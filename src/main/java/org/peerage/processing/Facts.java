package org.peerage.processing;

import java.util.Set;

/// Implemented by modules that know something a protocol may require, for example that an issue has led to a
/// commitment.
public interface Facts {

    /// Names as protocols write them; no other module may use one of them.
    Set<String> names();

    /// Asked in the transaction of the act.
    boolean holds(String name, Subject subject);
}
