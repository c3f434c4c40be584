package org.peerage.identity.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/// The sessions in the database, as this node knows them: what of a session stays as it is is read once in a while, and
/// that somebody is still there is written once a minute. Else each request would read, write and wait for the disk,
/// though nothing has changed. A session may so end up to a minute early, out of twelve hours.
///
/// A session that is ended here is over at once. Ended on another node, it is over here after [#KNOWN_FOR].
final class NearbySessions<S extends Session> implements FindByIndexNameSessionRepository<NearbySession<S>> {

    static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final FindByIndexNameSessionRepository<S> stored;
    private final Cache<String, @Nullable LastingPart> known;

    NearbySessions(FindByIndexNameSessionRepository<S> stored, Ticker time) {
        this.stored = stored;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(KNOWN_FOR)
                .maximumSize(MOST)
                .ticker(time)
                .build();
    }

    @Override
    public NearbySession<S> createSession() {
        var fresh = stored.createSession();
        return new NearbySession<>(fresh.getId(), null, () -> fresh);
    }

    @Override
    public void save(NearbySession<S> session) {
        session.whatWasAsked().ifPresent(asked -> {
            stored.save(asked);
            known.invalidate(session.firstId());
        });
    }

    /// Reading and keeping are one step, or a session that ends in between would be kept.
    @Override
    public @Nullable NearbySession<S> findById(String id) {
        var read = new AtomicReference<@Nullable S>();
        var lasting = known.get(id, key -> {
            read.set(stored.findById(key));
            return LastingPart.of(read.get());
        });
        if (lasting == null && read.get() == null) {
            return null;
        }
        return new NearbySession<>(id, lasting, () -> {
            var already = read.get();
            return already == null ? stored.findById(id) : already;
        });
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
        known.invalidate(id);
    }

    @Override
    public Map<String, NearbySession<S>> findByIndexNameAndIndexValue(String name, String value) {
        return stored.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> new NearbySession<>(found.getKey(), null, found::getValue)));
    }
}
