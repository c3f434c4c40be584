package org.peerage.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.mail.LinkedAct;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Saying whether one comes, from the letter that invites.
@Component
class ComingByLink implements LinkedAct {

    static final String KEY = "scheduling.coming.";

    private static final List<Choice> CHOICES = List.of(
            new Choice("yes", Message.of("scheduling.coming.yes"), null),
            new Choice("no", Message.of("scheduling.coming.no"), null));

    private final DateBook book;

    ComingByLink(DateBook book) {
        this.book = book;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<Offer> offer(UUID subject) {
        return book.asked(new DateId(subject)).map(sentence -> new Offer(sentence, CHOICES));
    }

    @Override
    public Done act(UUID subject, String choice, String day) {
        var coming = choice.equals("yes");
        return switch (book.answer(new DateId(subject), coming)) {
            case DateBook.Answered _ ->
                new Done(true, Message.of(coming ? "scheduling.coming.done.yes" : "scheduling.coming.done.no"));
            case DateBook.TooLate _ -> new Done(false, Message.of("scheduling.coming.late"));
        };
    }
}
