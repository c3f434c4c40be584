package org.peerage.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// The first page's questions, at the real database.
class HomeStoreTests {

    private final HomeStore store = RunningPeerage.shared().bean(HomeStore.class);

    @Test
    void aStrangerFindsNothingOfAnybodys() {
        Acting.as(new Actor.Person(new PersonId(Ids.next())), () -> {
            assertThat(store.networksWithLeaders()).isEmpty();
            assertThat(store.groups()).isEmpty();
            assertThat(store.meetings(Instant.EPOCH)).isEmpty();
            assertThat(store.commitments()).isEmpty();
            return store;
        });
    }
}
