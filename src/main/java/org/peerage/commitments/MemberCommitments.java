package org.peerage.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.HandOver;
import org.peerage.web.Link;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a member has committed to, on their page.
@Component
@Order(2)
class MemberCommitments implements GroupGuest {

    private final CommitmentBook book;

    MemberCommitments(CommitmentBook book) {
        this.book = book;
    }

    @Override
    public List<Panel> of(Circle circle, Circle.Sitter member) {
        var made = book.of(circle, member.id());
        return made.isEmpty() ? List.of() : List.of(new Panel("commitments/theirs", Map.of("made", made)));
    }

    @Override
    public Optional<HandOver> handOver(Circle circle) {
        var open = book.due(circle, LocalDate.MAX);
        return Optional.of(HandOver.of(
                "commitments.handover.",
                open.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Panel("commitments/handover", Map.of("open", open))),
                Link.to(circle.id().address() + "/commitments", "commitments.nav")));
    }

    @Override
    public Map<String, List<Map<String, String>>> facts(Circle circle) {
        return Map.of(
                "commitments",
                book.all(circle).stream().map(one -> fact(circle, one)).toList());
    }

    private static Map<String, String> fact(Circle circle, Commitment commitment) {
        var terms = commitment.terms();
        return Map.of(
                "id", terms.id().toString(),
                "owner", circle.nameOf(terms.owner()),
                "witness", circle.nameOf(terms.witness()),
                "made", terms.madeOn().toString(),
                "due", terms.dueOn().toString(),
                "state",
                        switch (commitment) {
                            case Commitment.Open _ -> "open";
                            case Commitment.Done _ -> "done";
                            case Commitment.Missed _ -> "missed";
                        });
    }
}
