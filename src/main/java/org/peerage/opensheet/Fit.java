package org.peerage.opensheet;

import java.util.ArrayList;
import java.util.List;
import org.peerage.groups.CharterTerms;
import org.peerage.web.Message;

/// The questions by which somebody finds out alone whether a group is for them. They follow from who belongs and from
/// what its charter asks; what is answered stays in the page.
final class Fit {

    private Fit() {}

    /// @param key of the question, and of what a "no" to it means
    record Question(String key, Message asks, Message otherwise) {

        static Question of(String key, Object... arguments) {
            return new Question(
                    key,
                    Message.of("opensheet.fit." + key, arguments),
                    Message.of("opensheet.fit." + key + ".no", arguments));
        }
    }

    static List<Question> questions(CharterTerms terms, Makeup makeup) {
        var questions = new ArrayList<Question>();
        questions.add(Question.of("belongs-" + terms.text("belongs")));
        if (makeup.saysSizes()) {
            questions.add(new Question(
                    "size",
                    sizes("opensheet.fit.size", "opensheet.fit.size.one", makeup),
                    Message.of("opensheet.fit.size.no")));
        }
        if (!terms.text("belongs").equals("aim")) {
            questions.add(Question.of("market"));
            questions.add(Question.of("competitors"));
        }
        questions.add(
                Question.of("time", terms.meetingsPerYear(), Hours.of(terms.meetingMinutes()), terms.missesPerYear()));
        questions.add(Question.of("preparation", terms.number("preparationMinutes")));
        questions.add(Question.of("share", terms.number("presentationsPerYear")));
        questions.add(Question.of("confidences"));
        return List.copyOf(questions);
    }

    /// From the smallest step to the largest, or that all are on one.
    static Message sizes(Makeup makeup) {
        return sizes("opensheet.read.sizes", "opensheet.read.sizes.one", makeup);
    }

    private static Message sizes(String several, String one, Makeup makeup) {
        var least = makeup.least().orElseThrow();
        var most = makeup.most().orElseThrow();
        return least == most ? Message.of(one, step(least)) : Message.of(several, step(least), step(most));
    }

    private static Message step(int step) {
        return Message.of("opensheet.size." + step);
    }
}
