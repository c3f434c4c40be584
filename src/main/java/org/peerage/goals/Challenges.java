package org.peerage.goals;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Challenging a peer by a goal of theirs: what was seen, and a question (`S1.15`). Only of those who have agreed, and
/// never without a goal.
@Component
class Challenges implements NoticeKinds {

    private static final NoticeKind CHALLENGED = NoticeKind.of("goals.notice.challenged");

    private final ChallengeStore store;
    private final GoalStore goals;
    private final Circles circles;
    private final Rooms rooms;
    private final Readers readers;
    private final Notices notices;
    private final InstantSource clock;

    Challenges(
            ChallengeStore store,
            GoalStore goals,
            Circles circles,
            Rooms rooms,
            Readers readers,
            Notices notices,
            InstantSource clock) {
        this.store = store;
        this.goals = goals;
        this.circles = circles;
        this.rooms = rooms;
        this.readers = readers;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(CHALLENGED);
    }

    @Transactional
    void agree(GroupId group, boolean yes) {
        var circle = circles.own(group);
        if (yes) {
            store.agree(circle);
        } else {
            store.takeBack(circle);
        }
    }

    @Transactional
    void challenge(GroupId group, UUID goal, SealedInput sealed) {
        var circle = circles.own(group);
        var found = goals.in(group).stream()
                .filter(one -> one.id().equals(goal) && one.isOpen() && !one.isOf(Acting.me()))
                .filter(one -> store.agreed(group).contains(one.owner()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var between = sealed.puts().stream().anyMatch(put -> put.envelope().isPresent());
        var words = sealed.only(between ? GoalTexts.CHALLENGE : GoalTexts.OPEN);
        if (between) {
            // What it is about, its envelope says to the two alone.
            readers.mustBe(circle.openRoom(), words, Set.of(Acting.me(), found.owner()));
        } else if (!words.about().equals(goal)) {
            throw new RoomRefused("text-missing");
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.add(
                    circle,
                    new Challenge(words.id(), goal, Acting.me(), found.owner(), between, false),
                    clock.instant());
            tell(circle, words.id(), found);
        }
    }

    private void tell(Circle circle, UUID id, Goal goal) {
        notices.tell(
                Notice.of(
                        CHALLENGED,
                        id,
                        circle.id().value(),
                        Goals.address(circle.id()),
                        circle.nameOf(Acting.me()),
                        circle.name()),
                List.of(goal.owner()));
    }

    /// Whoever has the goal has heard it. What follows from it is theirs.
    @Transactional
    GroupId hear(UUID id) {
        var group = store.toMe(id).orElseThrow(NotFound::new);
        circles.own(group);
        store.hear(id, clock.instant());
        notices.withdraw(CHALLENGED, id);
        return group;
    }
}
