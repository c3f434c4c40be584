package org.peerage.meetings.floor;

import java.util.Locale;
import org.peerage.web.Message;

/// Why an act changed nothing. Each is a sentence in the message file.
public enum Refusal {
    STALE,
    NOT_LEADING,
    NOT_CHAIR,
    NOT_PRESENT,
    NOT_LIVE,
    ALREADY_LIVE,
    TOO_EARLY,
    LAST_ITEM,
    FIRST_ITEM,
    NOBODY_SPEAKS,
    ALL_HEARD,
    NOTHING_TO_PASS,
    ALREADY_PAUSED,
    NOT_PAUSED,
    NOT_READ_YET,
    ALREADY_DONE,
    LEADER_IS_HERE,
    FIXED,
    NOT_PASSED,
    ALREADY_HELD,
    CALLED_OFF,
    NOBODY_THERE,
    TIMES;

    public Message message() {
        return Message.of("meetings.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
