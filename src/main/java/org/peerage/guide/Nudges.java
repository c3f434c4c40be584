package org.peerage.guide;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Groups;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What members have left undone that a meeting waits for, with a word drafted to each, and reminding them in one
/// press. The caller has found that whoever acts leads: the group, or that one meeting.
@Component
class Nudges {

    /// Before that nobody has to have prepared anything, where no charter says when an agenda is out.
    private static final int SOON = 10;

    private final LeadingStore store;
    private final Groups groups;
    private final Meetings meetings;
    private final LeadingNotices notices;
    private final InstantSource clock;
    private final URI base;

    Nudges(
            LeadingStore store,
            Groups groups,
            Meetings meetings,
            LeadingNotices notices,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.groups = groups;
        this.meetings = meetings;
        this.notices = notices;
        this.clock = clock;
        this.base = base;
    }

    /// Of each nudge who has left it undone.
    ///
    /// @param meeting the one it is about; empty for the next that the group holds
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<LeadingPage.Undone> undone(Circle circle, Optional<MeetingId> meeting) {
        var missing = missing(circle, meeting);
        var undone = new ArrayList<LeadingPage.Undone>();
        for (var nudge : Nudge.values()) {
            var those = missing.stream().filter(one -> one.nudge() == nudge).toList();
            if (!those.isEmpty()) {
                undone.add(new LeadingPage.Undone(
                        nudge,
                        word(circle, those.getFirst()),
                        those.stream()
                                .map(one -> name(circle, one))
                                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                                .toList()));
            }
        }
        return undone;
    }

    /// Reminds everybody who has left this undone and was not reminded of it today, by whomever.
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(Circle circle, Optional<MeetingId> meeting, Nudge nudge) {
        var now = clock.instant();
        var today = circle.day(now);
        var those = missing(circle, meeting).stream()
                .filter(one ->
                        one.nudge() == nudge && !today.equals(name(circle, one).reminded()))
                .toList();
        if (those.isEmpty()) {
            return;
        }
        var first = those.getFirst();
        var people = those.stream().map(Nudge.Missing::person).toList();
        store.remind(circle.id(), first, people, now);
        notices.remind(circle, first, people, address(circle, first), when(circle, first.startsAt()));
    }

    private List<Nudge.Missing> missing(Circle circle, Optional<MeetingId> meeting) {
        var now = clock.instant();
        return store.missing(circle.id(), meeting, now, now.plus(soon(circle)));
    }

    /// As long ahead as the charter wants an agenda to be out.
    Duration soon(Circle circle) {
        return Duration.ofDays(
                groups.terms(circle.id()).map(CharterTerms::agendaDays).orElse(SOON));
    }

    private static LeadingPage.Name name(Circle circle, Nudge.Missing missing) {
        var at = missing.reminded();
        return new LeadingPage.Name(
                circle.nameOf(missing.person()),
                circle.id().member(missing.person()),
                at == null ? null : circle.day(at));
    }

    private Message word(Circle circle, Nudge.Missing missing) {
        return Message.of(
                "guide.nudge." + missing.nudge().key() + ".word",
                when(circle, missing.startsAt()),
                base.resolve(address(circle, missing)).toString(),
                circle.nameOf(Acting.me()));
    }

    private static Object when(Circle circle, @Nullable Instant startsAt) {
        return startsAt == null ? circle.name() : new Message.Moment(startsAt, circle.zone());
    }

    private String address(Circle circle, Nudge.Missing missing) {
        return switch (missing.nudge()) {
            case ANSWER -> Dates.page(circle.id());
            case PREPARE ->
                meetings.preparation(new MeetingId(missing.subject())).address();
            case SIGN -> circle.id().address() + "/charter";
        };
    }
}
