package org.peerage.guide.anniversaries;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.meetings.ItemGuest;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.Meetings;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is said at the opening of a meeting, because a year has come round since the last one.
@Component
public class Anniversaries implements ItemGuest {

    private static final String OPENING = "arrive";
    private static final Duration WEEK = Duration.ofDays(7);

    private final AnniversaryStore store;
    private final Circles circles;
    private final Meetings meetings;
    private final InstantSource clock;

    Anniversaries(AnniversaryStore store, Circles circles, Meetings meetings, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public Optional<Panel> beside(ItemView item) {
        if (!item.kind().key().equals(OPENING)) {
            return Optional.empty();
        }
        return circles.of(item.group())
                .filter(Circle::mine)
                .flatMap(circle -> panel(circle, item.since(), "guide.anniversaries.opening"));
    }

    /// Of the next meeting, for whoever prepares it: a week before.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Panel> ahead(Circle circle) {
        var now = clock.instant();
        return meetings.next(circle.id(), now)
                .filter(next -> next.startsAt().isBefore(now.plus(WEEK)))
                .flatMap(next -> panel(circle, next.startsAt(), "guide.anniversaries.ahead"));
    }

    private Optional<Panel> panel(Circle circle, Instant meeting, String title) {
        var lines =
                at(circle, meeting).stream().map(one -> sentence(circle, one)).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("guide/anniversaries/said", Map.of("title", title, "lines", lines)));
    }

    /// The group's own first.
    private List<Anniversary> at(Circle circle, Instant meeting) {
        var until = day(circle, meeting);
        var after = store.lastMet(circle.id(), meeting)
                .map(last -> day(circle, last))
                .orElse(LocalDate.MIN);
        var all = new ArrayList<Anniversary>();
        store.firstMet(circle.id())
                .flatMap(first -> Anniversary.of(null, day(circle, first), after, until))
                .ifPresent(all::add);
        store.since(circle.id())
                .forEach((person, since) ->
                        Anniversary.of(person, day(circle, since), after, until).ifPresent(all::add));
        return all;
    }

    private static LocalDate day(Circle circle, Instant moment) {
        return circle.day(moment);
    }

    private static Message sentence(Circle circle, Anniversary one) {
        return one.person() == null
                ? Message.of("guide.anniversaries.group", circle.name(), one.years(), one.day())
                : Message.of("guide.anniversaries.person", circle.nameOf(one.person()), one.years(), one.day());
    }
}
