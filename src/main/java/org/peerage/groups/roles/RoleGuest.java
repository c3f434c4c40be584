package org.peerage.groups.roles;

import java.util.List;
import org.peerage.groups.Beginning;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.InHand;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The roles, on the page of the group: to be shared out once there are people to share them, and again when a term is
/// over.
@Component
@Order(4)
class RoleGuest implements GroupGuest {

    private static final int ENOUGH = 3;

    private final Roles roles;

    RoleGuest(Roles roles) {
        this.roles = roles;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return List.of(Way.to(Shelf.PEOPLE, page(circle), "groups.nav.roles"));
    }

    @Override
    public List<Beginning> begins(Circle circle) {
        return List.of(new Beginning(
                Message.of("groups.begin.roles"), !(roles.need(circle) instanceof Roles.Need.All), page(circle)));
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.chaired() || circle.seated().size() < ENOUGH) {
            return List.of();
        }
        return switch (roles.need(circle)) {
            case Roles.Need.Nothing() -> List.of();
            case Roles.Need.All() -> List.of(NextStep.to(page(circle), Urgency.GROWING, "groups.next.roles."));
            case Roles.Need.Ended(var _, var name) ->
                List.of(NextStep.to(page(circle), Urgency.GROWING, "groups.next.term.", name));
        };
    }

    @Override
    public List<InHand> inHand(Circle circle) {
        return roles.mine(circle).stream()
                .map(role -> new InHand(
                        Message.of("groups.roles.in-hand", Message.of("groups.roles." + role)),
                        Link.to(page(circle), "groups.nav.roles")))
                .toList();
    }

    private static String page(Circle circle) {
        return circle.id().address() + "/roles";
    }
}
