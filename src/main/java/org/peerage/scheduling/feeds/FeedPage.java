package org.peerage.scheduling.feeds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What `/calendar` shows.
///
/// @param zone by which the reader's clock goes
/// @param address just made; empty otherwise, since nobody has it any more
record FeedPage(Optional<FeedStore.Feed> feed, ZoneId zone, String address) {

    Optional<Instant> readAt() {
        return feed.map(FeedStore.Feed::readAt);
    }

    boolean names() {
        return feed.filter(FeedStore.Feed::names).isPresent();
    }
}
