package org.peerage.goals;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.networks.Networks;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Labelled;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Setting goals, saying how they stand, and ending them. The sealed words are stored in the same transaction.
@Component
public class Goals {

    /// Of its words; what stands in the way is the part `obstacle`.
    public static final TextKind KIND = GoalTexts.GOAL;

    private static final int YEARS = 10;

    private final GoalStore store;
    private final Circles circles;
    private final Networks networks;
    private final Rooms rooms;
    private final ChallengeStore challenges;
    private final ObjectProvider<GoalWork> work;
    private final InstantSource clock;

    Goals(
            GoalStore store,
            Circles circles,
            Networks networks,
            Rooms rooms,
            ChallengeStore challenges,
            ObjectProvider<GoalWork> work,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.networks = networks;
        this.rooms = rooms;
        this.challenges = challenges;
        this.work = work;
        this.clock = clock;
    }

    /// Of the page on which a member says what they want to reach.
    public static String address(GroupId group) {
        return group.address() + "/goals";
    }

    @Transactional(readOnly = true)
    GoalsPage page(GroupId group) {
        var circle = circles.own(group);
        var me = Acting.me();
        var all = store.in(group);
        var sheet = sheet(circle, all, challenges.open(group), challenges.agreed(group), below(circle, all));
        var today = today(circle);
        return new GoalsPage(
                circle,
                today,
                Ids.steady(
                        "goals",
                        me,
                        group,
                        all.stream().filter(goal -> goal.isOf(me)).count()),
                all.stream()
                        .filter(goal -> goal.isOf(me))
                        .map(goal -> line(circle, goal, sheet))
                        .toList(),
                circle.inRoom().stream()
                        .filter(sitter -> !sitter.id().equals(me))
                        .map(sitter -> new GoalsPage.Theirs(
                                sitter.name(),
                                circle.id().member(sitter.id()),
                                all.stream()
                                        .filter(goal -> goal.isOf(sitter.id()) && goal.isOpen())
                                        .map(goal -> line(circle, goal, sheet))
                                        .toList()))
                        .toList(),
                sheet.agreed().contains(me),
                networks.find(circle.network()).map(Networks.Network::labels).orElse(Labelled.USUAL));
    }

    /// All of a group's, in the transaction of whoever asks.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Goal> all(Circle circle) {
        return store.in(circle.id());
    }

    /// What a member wants to reach, and what they have reached, in the transaction of the page that shows it.
    /// Nobody is challenged there.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<GoalsPage.Line> of(Circle circle, PersonId member) {
        var theirs = store.in(circle.id()).stream()
                .filter(goal -> goal.isOf(member) && goal.state() != Goal.State.LET_GO)
                .toList();
        var sheet = sheet(circle, theirs, List.of(), Set.of(), Map.of());
        return theirs.stream().map(goal -> line(circle, goal, sheet)).toList();
    }

    /// @param group whose page shows what came of it
    record Answer(GroupId group, Outcome outcome) {

        static Answer done(GroupId group) {
            return new Answer(group, Outcome.done());
        }

        static Answer refused(GroupId group, String why) {
            return new Answer(group, Outcome.refused(why));
        }
    }

    @Transactional
    Answer set(GroupId group, LocalDate by, SealedInput sealed) {
        var circle = circles.own(group);
        var words = sealed.only(GoalTexts.GOAL);
        if (!words.about().equals(words.id()) || words.rev() != 1) {
            throw new RoomRefused("text-missing");
        }
        if (isWrong(circle, by)) {
            return Answer.refused(group, "goals.refused.day");
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.add(
                    new Goal(
                            words.id(),
                            group,
                            circle.openRoom(),
                            Acting.me(),
                            by,
                            Goal.State.OPEN,
                            Goal.Course.UNSAID,
                            null,
                            null,
                            null),
                    clock.instant());
        }
        return Answer.done(group);
    }

    /// Words and day anew, while it is open.
    @Transactional
    Answer change(UUID id, LocalDate by, SealedInput sealed) {
        var goal = own(id);
        var circle = circles.own(goal.group());
        var words = sealed.only(GoalTexts.GOAL);
        if (!words.id().equals(id)) {
            throw new RoomRefused("text-missing");
        }
        if (!goal.isOpen()) {
            return Answer.refused(goal.group(), "goals.refused.closed");
        }
        if (isWrong(circle, by)) {
            return Answer.refused(goal.group(), "goals.refused.day");
        }
        rooms.put(circle.openRoom(), List.of(words));
        store.move(id, by);
        return Answer.done(goal.group());
    }

    @Transactional
    Answer say(UUID id, Goal.Course course) {
        var goal = own(id);
        if (!goal.isOpen()) {
            return Answer.refused(goal.group(), "goals.refused.closed");
        }
        store.say(id, course, clock.instant());
        return Answer.done(goal.group());
    }

    /// Ends it, with one sealed line on what changed or without. What was ended the same way before stays as it is.
    @Transactional
    Answer close(UUID id, Goal.State how, SealedInput sealed) {
        var goal = own(id);
        var circle = circles.own(goal.group());
        if (!goal.isOpen()) {
            return goal.state() == how
                    ? Answer.done(goal.group())
                    : Answer.refused(goal.group(), "goals.refused.closed");
        }
        var words = sealed.atMost(GoalTexts.OUTCOME);
        if (words.filter(one -> !one.about().equals(id)).isPresent()) {
            throw new RoomRefused("text-missing");
        }
        words.ifPresent(one -> rooms.put(circle.openRoom(), List.of(one)));
        store.close(id, how, words.map(SealedPut::id).orElse(null), clock.instant());
        return Answer.done(goal.group());
    }

    /// What lines of goals are made of, fetched once.
    ///
    /// @param agreed whose goals may be challenged
    /// @param below what other modules do about them
    private record Sheet(
            Map<UUID, SealedView> texts,
            List<Challenge> challenges,
            Set<PersonId> agreed,
            Map<UUID, List<Panel>> below) {

        List<Challenge> to(Goal goal) {
            return challenges.stream()
                    .filter(challenge -> challenge.goal().equals(goal.id()))
                    .toList();
        }

        @Nullable SealedView at(@Nullable UUID id) {
            return id == null ? null : texts.get(id);
        }
    }

    private Map<UUID, List<Panel>> below(Circle circle, List<Goal> goals) {
        var asked = goals.stream()
                .map(goal -> new GoalWork.Asked(goal.id(), goal.isOpen() && goal.isOf(Acting.me())))
                .toList();
        return work.orderedStream()
                .flatMap(module -> module.below(circle, asked).entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Sheet sheet(
            Circle circle, List<Goal> goals, List<Challenge> said, Set<PersonId> agreed, Map<UUID, List<Panel>> below) {
        var ids = Stream.concat(
                        goals.stream().flatMap(goal -> Stream.of(goal.id(), goal.outcome())),
                        said.stream().map(Challenge::id))
                .filter(Objects::nonNull)
                .toList();
        return new Sheet(rooms.texts(circle.openRoom(), ids), said, agreed, below);
    }

    private static GoalsPage.Line line(Circle circle, Goal goal, Sheet sheet) {
        var said = sheet.to(goal);
        var mine = said.stream()
                .filter(challenge -> challenge.by().equals(Acting.me()))
                .count();
        return new GoalsPage.Line(
                goal,
                circle.nameOf(goal.owner()),
                sheet.at(goal.id()),
                sheet.at(goal.outcome()),
                said.stream()
                        .map(challenge ->
                                new GoalsPage.Said(challenge, circle.nameOf(challenge.by()), sheet.at(challenge.id())))
                        .toList(),
                goal.isOpen() && !goal.isOf(Acting.me()) && sheet.agreed().contains(goal.owner())
                        ? Ids.steady("challenge", Acting.me(), goal.id(), mine)
                        : null,
                sheet.below().getOrDefault(goal.id(), List.of()));
    }

    private boolean isWrong(Circle circle, LocalDate by) {
        var today = today(circle);
        return !by.isAfter(today) || by.isAfter(today.plusYears(YEARS));
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }

    private Goal own(UUID id) {
        return store.take(id).orElseThrow(NotFound::new);
    }
}
