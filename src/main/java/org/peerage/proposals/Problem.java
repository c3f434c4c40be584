package org.peerage.proposals;

import java.util.List;
import org.peerage.web.Shell;

/// What is wrong with something that was asked, as a message with its values.
record Problem(String key, List<Object> values) {

    static Problem of(String key, Object... values) {
        return new Problem(key, List.of(values));
    }

    String in(Shell shell) {
        return shell.text(key, values.toArray());
    }
}
