package org.peerage.scheduling;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.NextStep;
import org.peerage.mail.Outbox;
import org.peerage.web.Message;

/// What `/groups/{id}/dates` shows: what is to come, what was, and for whoever arranges, the form.
///
/// @param next where one goes on from here
record DatesPage(
        Circle circle,
        int members,
        List<Line> coming,
        List<Line> past,
        DateForm form,
        Map<String, String> wrong,
        Optional<NextStep> next) {

    /// A date as a member or an arranger sees it. `answer` is null until the member has said a word.
    record Line(
            GroupDate date,
            AnswerStore.Count count,
            AnswerStore.@Nullable Mine answer,
            AnswerStore.Letters letters,
            List<Message> remarks) {

        String when(Locale locale) {
            return date.time().words(locale);
        }

        ZoneId zone() {
            return date.time().zone();
        }

        /// As it was set, where it is another moment now.
        String before(Locale locale) {
            return date.first().words(locale);
        }

        boolean saidByMail() {
            return answer != null && answer.byMail();
        }

        boolean saidYes() {
            return answer != null && answer.coming();
        }

        boolean saidNo() {
            return answer != null && !answer.coming();
        }
    }

    DatesPage with(DateForm typed, Map<String, String> mistakes) {
        return new DatesPage(circle, members, coming, past, typed, mistakes, next);
    }

    int silent(Line line) {
        return Math.max(0, members - line.count().coming() - line.count().away());
    }

    String action() {
        return Dates.page(circle.id());
    }

    String year() {
        return action() + "/year";
    }

    String poll() {
        return Polls.page(circle.id());
    }

    /// Where letters go, and whence.
    String letters() {
        return Outbox.page();
    }

    boolean answers() {
        return circle.mine();
    }
}
