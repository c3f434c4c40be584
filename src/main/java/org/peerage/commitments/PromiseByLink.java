package org.peerage.commitments;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.mail.LinkedAct;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Saying that a commitment is done, or moving it, from the letter that says it is due. Words about it are for
/// the room, and are told there.
@Component
class PromiseByLink implements LinkedAct {

    static final String KEY = "commitments.link.";

    private final CommitmentStore store;
    private final Commitments commitments;
    private final Circles circles;
    private final InstantSource clock;

    PromiseByLink(CommitmentStore store, Commitments commitments, Circles circles, InstantSource clock) {
        this.store = store;
        this.commitments = commitments;
        this.circles = circles;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<Offer> offer(UUID subject) {
        return store.find(new CommitmentId(subject))
                .filter(found -> found.terms().owner().equals(Acting.me()))
                .flatMap(found -> circles.withRoom(found.terms().group())
                        .filter(Circle::mine)
                        .map(circle -> offer(found, circle)));
    }

    private Offer offer(Commitment commitment, Circle circle) {
        var terms = commitment.terms();
        var choices = new ArrayList<Choice>();
        if (commitment instanceof Commitment.Open open) {
            choices.add(new Choice("done", Message.of("commitments.link.done"), null));
            if (open.canMove(circle.day(clock.instant()))) {
                choices.add(new Choice(
                        "move", Message.of("commitments.link.move"), Message.of("commitments.link.move.to")));
            }
        }
        return new Offer(
                Message.of(
                        commitment instanceof Commitment.Open ? "commitments.link.asked" : "commitments.link.closed",
                        circle.name(),
                        terms.dueOn(),
                        circle.nameOf(terms.witness())),
                List.copyOf(choices));
    }

    @Override
    public Done act(UUID subject, String choice, String day) {
        var id = new CommitmentId(subject);
        if (choice.equals("done")) {
            return said(commitments.done(id, List.of()), Message.of("commitments.link.said.done"));
        }
        try {
            var to = LocalDate.parse(day);
            return said(commitments.renegotiate(id, to, List.of()), Message.of("commitments.link.said.moved", to));
        } catch (DateTimeParseException e) {
            return said(false, Message.of("commitments.link.said.not"));
        }
    }

    private static Done said(boolean accepted, Message sentence) {
        return accepted ? new Done(true, sentence) : new Done(false, Message.of("commitments.link.said.not"));
    }
}
