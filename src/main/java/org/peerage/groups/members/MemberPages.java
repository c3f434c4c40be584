package org.peerage.groups.members;

import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the house keeps of a member.
@Component
class MemberPages {

    private final Circles circles;
    private final Guests guests;

    MemberPages(Circles circles, Guests guests) {
        this.circles = circles;
        this.guests = guests;
    }

    /// Of whoever has a seat here or had one; for those who are in the room.
    @Transactional(readOnly = true)
    MemberPage of(GroupId group, PersonId person) {
        var circle = circles.own(group);
        var member = circle.sitter(person).orElseThrow(NotFound::new);
        return new MemberPage(circle, member, person.equals(Acting.me()), guests.of(circle, member));
    }
}
