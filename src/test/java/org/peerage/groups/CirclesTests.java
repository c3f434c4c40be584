package org.peerage.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.PersonId;

/// What every other module asks about a group, at the real database.
class CirclesTests {

    private final Circles circles = RunningPeerage.shared().bean(Circles.class);
    private final GroupFixture here = GroupFixture.aGroup().with(3);

    @Test
    void whoSitsInAGroupFindsItsRoomItsChairAndEverybody() {
        var room = here.open();
        here.letIn(here.members.getFirst());
        var circle = seenBy(here.members.getFirst());
        assertThat(circle.name()).isEqualTo("Tuesday Circle");
        assertThat(circle.room()).contains(room);
        assertThat(circle.chair()).contains(here.chair());
        assertThat(circle.me()).containsExactly(Circle.Role.MEMBER);
        assertThat(circle.seated())
                .extracting(Circle.Sitter::name)
                .containsExactly("Mara Example", "Member 1", "Member 2");
        assertThat(circle.people().stream().filter(Circle.Sitter::inRoom).map(Circle.Sitter::id))
                .containsExactly(here.chair(), here.members.getFirst());
        assertThat(seenBy(here.chair()).me()).containsExactlyInAnyOrder(Circle.Role.CHAIR, Circle.Role.MEMBER);
    }

    @Test
    void aConvenerFindsThePeopleAndNoRoom() {
        here.open();
        var circle = seenBy(here.convener);
        assertThat(circle.open()).isTrue();
        assertThat(circle.room()).isEmpty();
        assertThat(circle.me()).containsExactly(Circle.Role.CONVENER);
        assertThat(circle.seated()).hasSize(3);
        assertThat(as(here.convener, circles::mine)).isEmpty();
    }

    @Test
    void whoBelongsElsewhereFindsNothing() {
        assertThat(as(NetworkFixture.aPerson(), () -> circles.of(here.group))).isEmpty();
        assertThat(as(here.chair(), circles::mine)).extracting(Circle::id).containsExactly(here.group);
    }

    private Circle seenBy(PersonId person) {
        return as(person, () -> circles.of(here.group)).orElseThrow();
    }
}
