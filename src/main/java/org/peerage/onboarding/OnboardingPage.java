package org.peerage.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.goals.Goals;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// The lists that whoever looks may see: all for the chair, otherwise one's own and of those whose buddy one is.
///
/// @param trials when the trial of each ends, by seat; without those for whom the charter has none
record OnboardingPage(Circle circle, List<Standing> all, Map<UUID, Instant> trials, Instant now) {

    /// One point, as whoever looks finds it.
    ///
    /// @param upTo whom it waits for; empty where it is done, or nobody is there for it
    /// @param by who has marked it; empty where the program has read it
    /// @param marks whoever looks can mark it now
    /// @param back whoever looks has marked it, and can take that back
    record Line(Point point, boolean done, String upTo, Newcomer.@Nullable Mark by, boolean marks, boolean back) {}

    static String address(GroupId group) {
        return group.address() + "/onboarding";
    }

    /// Where a point is done; whatever has no place of its own is done on the list.
    static String place(Circle circle, Point point) {
        return switch (point) {
            case PROFILE -> circle.network().profile();
            case GOAL -> Goals.address(circle.id());
            case BUDDY, PLEDGE, LIFELINE, MEETING, DAY_30, DAY_60, DAY_90 -> address(circle.id());
        };
    }

    /// Empty where it is this very page.
    String elsewhere(Point point) {
        var place = place(circle, point);
        return place.equals(address()) ? "" : place;
    }

    String address() {
        return address(circle.id());
    }

    Optional<LocalDate> trial(Standing one) {
        return Optional.ofNullable(trials.get(one.newcomer().seat())).map(this::day);
    }

    boolean mine(Standing one) {
        return one.newcomer().person().equals(Acting.me());
    }

    boolean settled(Standing one) {
        return one instanceof Standing.Settled;
    }

    String name(Standing one) {
        return circle.nameOf(one.newcomer().person());
    }

    String buddy(Standing one) {
        return one.newcomer().buddy().map(circle::nameOf).orElse("");
    }

    String at(Standing one, String act) {
        return address() + "/" + one.newcomer().seat() + "/" + act;
    }

    LocalDate day(Instant at) {
        return circle.day(at);
    }

    /// What whoever looks should do now about it.
    @Nullable Point next(Standing one) {
        return switch (one) {
            case Standing.UnderWay way ->
                way.next(Acting.me(), circle.chair(), now).orElse(null);
            case Standing.Settled _ -> null;
        };
    }

    List<Line> lines(Standing one) {
        var done = one.newcomer().done();
        return Stream.of(Point.values())
                .map(point -> line(one, point, done.contains(point)))
                .toList();
    }

    private Line line(Standing one, Point point, boolean done) {
        var by = one.newcomer().marks().get(point);
        return switch (one) {
            case Standing.UnderWay way ->
                new Line(
                        point,
                        done,
                        done
                                ? ""
                                : way.upTo(point, circle.chair())
                                        .map(circle::nameOf)
                                        .orElse(""),
                        by,
                        way.marks(point, Acting.me(), circle.chair(), now),
                        mine(by));
            case Standing.Settled _ -> new Line(point, done, "", by, false, mine(by));
        };
    }

    private static boolean mine(Newcomer.@Nullable Mark mark) {
        return mark != null && mark.by().equals(Acting.me());
    }

    /// Whom the chair can choose from.
    List<Circle.Sitter> buddies(Standing one) {
        return inRoom(Set.of(one.newcomer().person()));
    }

    /// Who has no list yet.
    List<Circle.Sitter> others() {
        return circle.chaired()
                ? inRoom(all.stream().map(one -> one.newcomer().person()).collect(Collectors.toUnmodifiableSet()))
                : List.of();
    }

    private List<Circle.Sitter> inRoom(Set<PersonId> without) {
        return circle.inRoom().stream()
                .filter(sitter -> !without.contains(sitter.id()))
                .toList();
    }

    /// Of whoever is no buddy any more: nobody.
    boolean chosen(Standing one, Circle.Sitter sitter) {
        return one.newcomer().buddy().equals(Optional.of(sitter.id()));
    }
}
