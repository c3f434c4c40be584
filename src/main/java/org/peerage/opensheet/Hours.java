package org.peerage.opensheet;

import org.peerage.web.Message;

/// How long a meeting is, as people say it.
final class Hours {

    private Hours() {}

    static Message of(int minutes) {
        return minutes % 60 == 0
                ? Message.of("opensheet.hours", minutes / 60)
                : Message.of("opensheet.minutes", minutes);
    }
}
