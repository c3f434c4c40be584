package org.peerage.live;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.peerage.database.Listener;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The event streams that this node holds. They say "this is at n" and nothing else: a page fetches what it has
/// missed, so a lost word costs latency only.
@Component
public class Streams implements Job, Listener {

    private static final String ACTOR = "live.streams";

    /// Streams are renewed, so that a session that has ended stops hearing of a topic.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Duration BEAT = Duration.ofSeconds(15);

    /// How soon a browser opens another stream when this one has broken off: at different times, for a node that dies
    /// leaves thousands of them.
    private static final Duration SOONEST_BACK = Duration.ofMillis(300);

    private static final Duration LATEST_BACK = Duration.ofMillis(1_500);

    /// Proxies that gather a response before they pass it on would keep the events to themselves.
    private static final class Unbuffered extends SseEmitter {

        Unbuffered(Duration longest) {
            super(longest.toMillis());
        }

        @Override
        protected void extendResponse(ServerHttpResponse response) {
            super.extendResponse(response);
            response.getHeaders().set("X-Accel-Buffering", "no");
        }
    }

    private record Stream(UUID topic, PersonId person, SseEmitter emitter) {}

    private final TopicStore topics;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final Map<UUID, Set<Stream>> open = new ConcurrentHashMap<>();
    private final Map<UUID, Set<PersonId>> polled = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    Streams(TopicStore topics, PlatformTransactionManager transactions, InstantSource clock) {
        this.topics = topics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// For somebody who was found to see the topic. Registers first and reads the state afterwards, so that nothing
    /// falls between the two.
    public SseEmitter open(Topic topic, PersonId person) {
        var emitter = new Unbuffered(LONGEST);
        var stream = new Stream(topic.id(), person, emitter);
        hold(stream);
        emitter.onCompletion(() -> letGo(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> letGo(stream));
        if (!running) {
            emitter.complete();
            letGo(stream);
            return emitter;
        }
        say(stream, heads(Set.of(topic.id())).getOrDefault(topic.id(), 0L));
        send(
                stream,
                beat().reconnectTime(
                                ThreadLocalRandom.current().nextLong(SOONEST_BACK.toMillis(), LATEST_BACK.toMillis())));
        keepPresence(Set.of(stream));
        return emitter;
    }

    /// By topic: a word for twelve does not look through the twelve thousand who follow something else.
    private void hold(Stream stream) {
        open.compute(stream.topic(), (_, others) -> {
            Set<Stream> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(stream);
            return all;
        });
    }

    private void letGo(Stream stream) {
        open.computeIfPresent(stream.topic(), (_, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
    }

    private List<Stream> all() {
        return open.values().stream().flatMap(Set::stream).toList();
    }

    /// A page without a stream asked for itself.
    public void polled(Topic topic, PersonId person) {
        polled.computeIfAbsent(topic.id(), t -> ConcurrentHashMap.newKeySet()).add(person);
    }

    @Override
    public String channel() {
        return TopicStore.CHANNEL;
    }

    @Override
    public void heard(String words) {
        var parts = words.split(" ", -1);
        switch (parts[0]) {
            case TopicStore.AT -> announce(UUID.fromString(parts[1]), Long.parseLong(parts[2]));
            case TopicStore.OUT -> end(new PersonId(UUID.fromString(parts[1])));
            default -> throw new IllegalArgumentException(words);
        }
    }

    /// After a time without news: tells every stream where its topic stands.
    @Override
    public void listening() {
        var followed = Set.copyOf(open.keySet());
        if (!followed.isEmpty()) {
            heads(followed).forEach(this::announce);
        }
    }

    private void announce(UUID topic, long n) {
        for (var stream : open.getOrDefault(topic, Set.of())) {
            senders.execute(() -> say(stream, n));
        }
    }

    private void end(PersonId person) {
        var theirs =
                all().stream().filter(stream -> stream.person().equals(person)).toList();
        theirs.forEach(stream -> stream.emitter().complete());
        theirs.forEach(this::letGo);
    }

    private void say(Stream stream, long n) {
        send(stream, SseEmitter.event().id(Long.toString(n)).name("at").data(Long.toString(n)));
    }

    private static SseEmitter.SseEventBuilder beat() {
        return SseEmitter.event().name("beat").data(BEAT.toMillis());
    }

    private void send(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException _) {
            // The browser has gone; the container completes the emitter.
            letGo(stream);
        }
    }

    /// Keeps proxies from closing quiet streams, finds those that are gone, and writes down who follows. Pages
    /// hear it: one that hears no beat opens another stream, because a connection may die without a word to
    /// either end.
    @Override
    public boolean work() {
        var streams = all();
        for (var stream : streams) {
            senders.execute(() -> send(stream, beat()));
        }
        keepPresence(streams);
        return false;
    }

    @Override
    public String name() {
        return ACTOR;
    }

    @Override
    public Duration round() {
        return BEAT;
    }

    private void keepPresence(Collection<Stream> streams) {
        var following = new ConcurrentHashMap<UUID, Set<PersonId>>();
        streams.forEach(s -> following
                .computeIfAbsent(s.topic(), t -> ConcurrentHashMap.newKeySet())
                .add(s.person()));
        polled.keySet().forEach(topic -> {
            var people = polled.remove(topic);
            if (people != null) {
                following.merge(topic, people, Streams::both);
            }
        });
        if (!following.isEmpty()) {
            asStreams(() -> {
                topics.seen(following, clock.instant());
                return true;
            });
        }
    }

    private Map<UUID, Long> heads(Collection<UUID> followed) {
        return asStreams(() -> topics.heads(followed));
    }

    private <T> T asStreams(Supplier<T> work) {
        return Acting.asProgram(ACTOR, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private static Set<PersonId> both(Set<PersonId> some, Set<PersonId> others) {
        some.addAll(others);
        return some;
    }

    @Override
    public void begin() {
        running = true;
    }

    /// A graceful shutdown of the server waits for open responses, and these never end by themselves.
    @Override
    public void leave() {
        running = false;
        all().forEach(stream -> stream.emitter().complete());
        open.clear();
    }
}
