package org.peerage.scheduling;

import java.util.Locale;
import java.util.Map;
import org.peerage.groups.Circle;

/// What moving or cancelling one date shows. `changed` says that somebody else changed it meanwhile.
record DatePage(Circle circle, GroupDate date, DateForm form, Map<String, String> wrong, boolean changed) {

    DatePage with(DateForm typed, Map<String, String> mistakes) {
        return new DatePage(circle, date, typed, mistakes, changed);
    }

    DatePage asChanged() {
        return new DatePage(circle, date, form, wrong, true);
    }

    String when(Locale locale) {
        return date.time().words(locale);
    }

    String list() {
        return Dates.page(circle.id());
    }

    String action(String act) {
        return "/dates/" + date.id() + "/" + act;
    }
}
