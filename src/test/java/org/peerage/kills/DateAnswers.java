package org.peerage.kills;

import java.util.Map;
import org.peerage.tenancy.PersonId;

/// Coming or not coming to one date.
final class DateAnswers extends LastWord {

    private final Sender sender;
    private final Rows rows;
    private final String date;
    private final PersonId person;

    DateAnswers(Sender sender, Rows rows, String date, PersonId person) {
        this.sender = sender;
        this.rows = rows;
        this.date = date;
        this.person = person;
    }

    @Override
    String next(String last) {
        return last.equals("yes") ? "no" : "yes";
    }

    @Override
    Sender.Answer send(String word, String last) throws InterruptedException {
        return sender.post("/dates/" + date + "/answer", Map.of("coming", word));
    }

    @Override
    String read() throws Exception {
        return rows.one(
                "select case when coming then 'yes' else 'no' end from scheduling.answer"
                        + " where date_id = ?::uuid and person_id = ?::uuid",
                date,
                person.toString());
    }
}
