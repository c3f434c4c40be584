package org.peerage.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;

/// One's own count and leaves, and for the chair what is due and what can be marked.
///
/// @param mine empty where the charter says nothing of it
/// @param overseen with whom whoever looks sees to it that the charter is kept
/// @param next whoever is to chair next, who stands in the chair's place where it is about the chair
/// @param due of those, in the order of names
/// @param held who of those was at which meeting, to mark
/// @param longest months of a leave; none where the charter knows of no leave
record AttendancePage(
        Circle circle,
        PersonId me,
        Optional<Ladder> mine,
        Set<PersonId> overseen,
        Optional<PersonId> next,
        List<Due> due,
        List<Presence> held,
        List<Leave> leaves,
        int longest,
        Instant now) {

    /// So many meetings back the chair may still say what was.
    private static final int MARKED = 3;

    static String address(GroupId group) {
        return group.address() + "/attendance";
    }

    String address() {
        return address(circle.id());
    }

    boolean chaired() {
        return circle.chaired();
    }

    /// Whoever chairs needs somebody who leads meanwhile.
    boolean mayAsk() {
        return !chaired() || next.isPresent();
    }

    /// By name; empty where the group stands in the chair's place.
    String nextChair() {
        return next.map(circle::nameOf).orElse("");
    }

    boolean isChair(PersonId person) {
        return circle.chair().equals(Optional.of(person));
    }

    LocalDate today() {
        return circle.day(now);
    }

    LocalDate day(Presence one) {
        return LocalDate.ofInstant(one.startsAt(), one.zone());
    }

    LocalDate day(Instant at) {
        return circle.day(at);
    }

    /// What was counted for somebody, the last first.
    List<Presence> lines(Ladder ladder) {
        return ladder.held().reversed();
    }

    String key(Ladder ladder, Presence one) {
        return key(one, ladder.policy());
    }

    String key(Presence one, Policy policy) {
        return one.count(policy.veryLate()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// There is nothing to excuse where nothing counts.
    boolean offers(Presence one, Mark mark, Policy policy) {
        return mark.fits(one)
                && (mark != Mark.EXCUSED || one.count(policy.veryLate()).halves() > 0);
    }

    /// Of a due that is a step.
    Optional<Step> step(Due due) {
        return due instanceof Due.Stands stands ? Optional.of(stands.step()) : Optional.empty();
    }

    Optional<Link> ballot(Due due) {
        return due instanceof Due.Ends ends ? Optional.of(ends.ballot()) : Optional.empty();
    }

    /// Where the chair lets somebody out, with a new key for those who stay.
    String room() {
        return Groups.room(circle.id());
    }

    String take(Due due, Step step) {
        return address() + "/" + due.ladder().person() + "/" + step.key();
    }

    /// The last meetings, the latest first, each with those whom it concerns.
    List<List<Presence>> marked() {
        return held.stream()
                .collect(Collectors.groupingBy(Presence::startsAt, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .values()
                .stream()
                .limit(MARKED)
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(
                                one -> circle.nameOf(one.person()).toLowerCase(Locale.ROOT)))
                        .toList())
                .toList();
    }

    String mark(Presence one, Mark mark) {
        return address() + "/" + one.person() + "/" + one.meeting() + "/" + mark.key();
    }

    /// Agreed and not over, for everybody; asked for, for those whom row security shows it.
    List<Leave> ahead() {
        return leaves.stream().filter(leave -> leave.ahead(today())).toList();
    }

    List<Leave.Act> acts(Leave leave) {
        return Arrays.stream(Leave.Act.values())
                .filter(leave::takes)
                .filter(act ->
                        leave.person().equals(me) ? !act.byChair() : act.byChair() && overseen.contains(leave.person()))
                .toList();
    }

    String act(Leave leave, Leave.Act act) {
        return address() + "/leaves/" + leave.id() + "/" + act.key();
    }
}
