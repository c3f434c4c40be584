package org.peerage.scheduling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.mail.LinkedAct;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Answering from the letter, one date after the other. What was answered is changed on the page of the poll.
@Component
class PollByLink implements LinkedAct {

    static final String KEY = "scheduling.poll.link.";

    private final Polls polls;

    PollByLink(Polls polls) {
        this.polls = polls;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<Offer> offer(UUID subject) {
        return polls.unanswered(subject).map(asked -> new Offer(asked.question(), choices(asked.option())));
    }

    private static List<Choice> choices(UUID option) {
        return List.of(Poll.Word.values()).stream()
                .map(word -> new Choice(word + "-" + option, Message.of("scheduling.poll.word." + word), null))
                .toList();
    }

    @Override
    public Done act(UUID subject, String choice, String day) {
        var parts = choice.split("-", 2);
        return switch (polls.answer(subject, Map.of(UUID.fromString(parts[1]), Poll.Word.valueOf(parts[0])))) {
            case DateBook.Answered _ -> new Done(true, Message.of("scheduling.poll.link.done"));
            case DateBook.TooLate _ -> new Done(false, Message.of("scheduling.poll.late"));
        };
    }
}
