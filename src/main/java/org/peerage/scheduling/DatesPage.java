package org.peerage.scheduling;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.mail.Outbox;

/// What `/groups/{id}/dates` shows: what is to come, what was, and for whoever arranges, the form.
record DatesPage(
        Circle circle, int members, List<Line> coming, List<Line> past, DateForm form, Map<String, String> wrong) {

    /// A date as a member or an arranger sees it. `answer` is null until the member has said a word.
    record Line(
            GroupDate date,
            AnswerStore.Count count,
            @Nullable Boolean answer,
            AnswerStore.Letters letters) {

        String when(Locale locale) {
            return date.time().words(locale);
        }

        ZoneId zone() {
            return date.time().zone();
        }

        boolean saidYes() {
            return Boolean.TRUE.equals(answer);
        }

        boolean saidNo() {
            return Boolean.FALSE.equals(answer);
        }
    }

    DatesPage with(DateForm typed, Map<String, String> mistakes) {
        return new DatesPage(circle, members, coming, past, typed, mistakes);
    }

    int silent(Line line) {
        return Math.max(0, members - line.count().coming() - line.count().away());
    }

    String action() {
        return Dates.page(circle.id());
    }

    /// Where letters go, and whence.
    String letters() {
        return Outbox.page();
    }

    boolean answers() {
        return circle.mine();
    }
}
