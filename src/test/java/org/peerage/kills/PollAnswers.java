package org.peerage.kills;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.peerage.tenancy.PersonId;

/// A word to each date of a poll, sent together: they stand together or not at all.
final class PollAnswers extends LastWord {

    private static final List<String> WORDS = List.of("YES", "MAYBE", "NO");

    private final Sender sender;
    private final Rows rows;
    private final String poll;
    private final PersonId person;
    private final List<String> options;
    private final Random random = new Random(1);

    PollAnswers(Sender sender, Rows rows, String poll, PersonId person, List<String> options) {
        this.sender = sender;
        this.rows = rows;
        this.poll = poll;
        this.person = person;
        this.options = List.copyOf(options);
    }

    @Override
    String next(String last) {
        while (true) {
            var words = options.stream()
                    .map(option -> WORDS.get(random.nextInt(WORDS.size())))
                    .toList();
            var word = String.join(" ", words);
            if (!word.equals(last)) {
                return word;
            }
        }
    }

    @Override
    Sender.Answer send(String word, String last) throws InterruptedException {
        var words = word.split(" ", -1);
        var fields = new HashMap<String, String>();
        for (var number = 0; number < words.length; number++) {
            fields.put("option-" + options.get(number), words[number]);
        }
        return sender.post("/polls/" + poll + "/answers", fields);
    }

    @Override
    String read() throws Exception {
        return rows.one(
                "select string_agg(a.word, ' ' order by a.option_id) from scheduling.poll_answer a"
                        + " join scheduling.poll_option o on o.id = a.option_id"
                        + " where o.poll_id = ?::uuid and a.person_id = ?::uuid",
                poll,
                person.toString());
    }
}
