package org.peerage.rota;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.InHand;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who leads, on the page of the group and beside each date.
@Component
@Order(3)
class RotaGuest implements GroupGuest, GroupDate.Remarks {

    private final Rota rota;

    RotaGuest(Rota rota) {
        this.rota = rota;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.MEETINGS, Rota.address(circle.id()), "rota.nav"))
                : List.of();
    }

    /// Whoever is asked answers; the chair sees to it that somebody leads.
    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.inside() || circle.room().isEmpty()) {
            return List.of();
        }
        return rota.rotating(circle).map(page -> next(circle, page)).orElse(List.of());
    }

    private static List<NextStep> next(Circle circle, RotaPage page) {
        var asked = page.turns().ahead().stream().filter(page::asksMe).findFirst();
        if (asked.isPresent()) {
            return List.of(NextStep.to(
                    page.action(),
                    Urgency.AGENDA,
                    "rota.next.asked.",
                    page.asked(asked.get(), false),
                    asked.get().moment()));
        }
        return circle.chaired() && page.lacksLeaders()
                ? List.of(NextStep.to(page.action(), Urgency.DATES, "rota.next.open."))
                : List.of();
    }

    @Override
    public List<InHand> inHand(Circle circle) {
        return rota.rotating(circle).stream()
                .flatMap(page -> page.turns().ahead().stream()
                        .filter(turn -> turn.isOf(Acting.me()))
                        .map(turn -> new InHand(
                                Message.of("rota.in-hand", turn.moment()), Link.to(page.action(), "rota.nav"))))
                .toList();
    }

    @Override
    public Map<DateId, List<Message>> remarks(Circle circle) {
        Map<DateId, List<Message>> remarks = new HashMap<>();
        if (circle.mine()) {
            rota.rotating(circle)
                    .ifPresent(page -> page.turns()
                            .ahead()
                            .forEach(turn -> remarks.put(turn.date(), List.of(remark(page, turn)))));
        }
        return remarks;
    }

    private static Message remark(RotaPage page, Turn turn) {
        if (turn.leader().isEmpty()) {
            return Message.of("rota.nobody");
        }
        return Message.of(page.isAway(turn) ? "rota.leads.away" : "rota.leads", page.name(turn));
    }
}
