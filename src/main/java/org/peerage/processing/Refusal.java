package org.peerage.processing;

import java.util.Locale;
import org.peerage.web.Message;

/// Why an act changed nothing. Each is a sentence in the message file.
enum Refusal {
    NOT_BEGUN,
    NOT_LEADING,
    NOT_YOURS,
    NOT_NOW,
    NOT_NEXT,
    NOT_LAST,
    NOT_LIVE,
    MOVED,
    ENDED;

    Message message() {
        return Message.of(
                "processing.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
