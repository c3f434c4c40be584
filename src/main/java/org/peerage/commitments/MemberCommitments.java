package org.peerage.commitments;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
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
}
