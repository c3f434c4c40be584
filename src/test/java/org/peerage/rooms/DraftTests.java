package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.Acting;

/// Drafts at the real database: their writer's alone, and not overwritten from a window that has not seen them.
class DraftTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final Hand mara = new Hand();
    private final Hand jon = new Hand();
    private final Hand.OpenRoom room = new Hand.OpenRoom(mara, PEERAGE.bean(Rooms.class));
    private final Drafts drafts = PEERAGE.bean(Drafts.class);
    private final UUID id = UUID.randomUUID();

    @Test
    void aDraftIsItsWritersAlone() {
        var sealed = sealed(5);
        assertThat(save(sealed, "")).isEqualTo(Drafts.Saving.SAVED);
        assertThat(Acting.as(mara.actor(), () -> drafts.draft(mara.person, room.id, "update", id)))
                .contains(sealed);
        assertThat(Acting.as(jon.actor(), () -> drafts.draft(mara.person, room.id, "update", id)))
                .isEmpty();
        Acting.as(mara.actor(), () -> {
            drafts.forget(mara.person, room.id, "update", id);
            return true;
        });
        assertThat(Acting.as(mara.actor(), () -> drafts.draft(mara.person, room.id, "update", id)))
                .isEmpty();
    }

    @Test
    void aWindowThatHasNotSeenTheLatestDoesNotReplaceIt() {
        var first = sealed(1);
        var second = sealed(2);
        assertThat(save(first, "")).isEqualTo(Drafts.Saving.SAVED);
        assertThat(save(second, "")).isEqualTo(Drafts.Saving.ELSEWHERE);
        assertThat(save(second, second.hash())).isEqualTo(Drafts.Saving.ELSEWHERE);
        assertThat(save(second, first.hash())).isEqualTo(Drafts.Saving.SAVED);
        assertThat(save(sealed(3), first.hash())).isEqualTo(Drafts.Saving.ELSEWHERE);
        assertThat(Acting.as(mara.actor(), () -> drafts.draft(mara.person, room.id, "update", id)))
                .contains(second);
    }

    @Test
    void nobodyHasMoreDraftsInARoomThanAnybodyWrites() {
        for (var number = 0; number < 500; number++) {
            var one = UUID.randomUUID();
            Acting.as(
                    mara.actor(), () -> drafts.save(mara.person, room.id, "update", one, sealed(1), "", Instant.EPOCH));
        }
        assertThat(save(sealed(1), "")).isEqualTo(Drafts.Saving.TOO_MANY);
    }

    private Drafts.Saving save(Sealed sealed, String after) {
        return Acting.as(
                mara.actor(), () -> drafts.save(mara.person, room.id, "update", id, sealed, after, Instant.EPOCH));
    }

    private static Sealed sealed(int seed) {
        return Sealed.of(Hand.sealed(300, seed)).orElseThrow();
    }
}
