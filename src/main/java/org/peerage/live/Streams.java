package org.peerage.live;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.peerage.database.Listener;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The event streams that this node holds. They say "this is at n" and nothing else: a page fetches what it has
/// missed, so a lost word costs latency only.
@Component
public class Streams implements Job, Listener {

    private static final String ACTOR = "live.streams";

    /// Streams are renewed, so that a session that has ended stops hearing of a topic.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Duration BEAT = Duration.ofSeconds(15);

    /// Topics take turns within that time: the beats of thousands at one moment would hold up every word that is told
    /// just then.
    static final int TURNS = 15;

    /// How soon a browser opens another stream when this one has broken off: at different times, for a node that dies
    /// leaves thousands of them.
    private static final Duration SOONEST_BACK = Duration.ofMillis(300);

    private static final Duration LATEST_BACK = Duration.ofMillis(1_500);

    private static final String BEAT_OF_A_STREAM = "event:beat\ndata:" + BEAT.toMillis() + "\n\n";

    private final TopicStore topics;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final Map<UUID, Set<Stream>> open = new ConcurrentHashMap<>();
    private final Map<UUID, Set<PersonId>> polled = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    Streams(TopicStore topics, PlatformTransactionManager transactions, InstantSource clock) {
        this.topics = topics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// For somebody who was found to see the topic: answers, and keeps the connection when the request has ended.
    /// Registers first and reads the state afterwards, so that nothing falls between the two.
    public void open(Topic topic, PersonId person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var stream = new Stream(topic.id(), person, clock.instant().plus(LONGEST), this::letGo);
        if (running && request.getMethod().equals("GET")) {
            hold(stream);
        } else {
            stream.end();
        }
        try {
            stream.say(at(heads(Set.of(topic.id())).getOrDefault(topic.id(), 0L)));
            stream.say("retry:"
                    + ThreadLocalRandom.current().nextLong(SOONEST_BACK.toMillis(), LATEST_BACK.toMillis())
                    + "\n" + BEAT_OF_A_STREAM);
            keepPresence(Map.of(topic.id(), Set.of(person)));
            if (answered(response)) {
                request.upgrade(Line.class).carry(stream);
            } else {
                stream.end();
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            stream.end();
            throw failure;
        }
    }

    /// The head of an answer that has no length and ends with its connection, so that what follows needs no frames.
    private static boolean answered(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Connection", "close");
        // Proxies that gather a response before they pass it on would keep the events to themselves.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer();
            return true;
        } catch (IOException _) {
            // The browser has gone already.
            return false;
        }
    }

    /// How many streams are open on this node.
    public int following() {
        return open.keySet().stream().mapToInt(this::following).sum();
    }

    int following(UUID topic) {
        return open.getOrDefault(topic, Set.of()).size();
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
            senders.execute(() -> stream.say(at(n)));
        }
    }

    private void end(PersonId person) {
        all().stream().filter(stream -> stream.person().equals(person)).forEach(Stream::end);
    }

    private static String at(long n) {
        return "id:" + n + "\nevent:at\ndata:" + n + "\n\n";
    }

    /// The topics whose turn it is.
    @Override
    public boolean work() {
        var now = turn.incrementAndGet();
        beat(topic -> Math.floorMod(topic.hashCode() - now, TURNS) == 0);
        return false;
    }

    /// Keeps proxies from closing quiet streams, finds those that are gone, and writes down who follows. Pages hear it:
    /// one that hears no beat opens another stream, because a connection may die without a word to either end.
    void beat(Predicate<UUID> which) {
        var now = clock.instant();
        var following = new HashMap<UUID, Set<PersonId>>();
        open.forEach((topic, streams) -> {
            if (which.test(topic)) {
                streams.stream().filter(stream -> stream.isOver(now)).forEach(Stream::end);
                streams.forEach(stream -> {
                    senders.execute(() -> stream.say(BEAT_OF_A_STREAM));
                    people(following, topic).add(stream.person());
                });
            }
        });
        polled.keySet().stream().filter(which).forEach(topic -> {
            var people = polled.remove(topic);
            if (people != null) {
                people(following, topic).addAll(people);
            }
        });
        if (!following.isEmpty()) {
            keepPresence(following);
        }
    }

    private static Set<PersonId> people(Map<UUID, Set<PersonId>> following, UUID topic) {
        return following.computeIfAbsent(topic, _ -> new HashSet<>());
    }

    @Override
    public String name() {
        return ACTOR;
    }

    @Override
    public Duration round() {
        return BEAT.dividedBy(TURNS);
    }

    private void keepPresence(Map<UUID, Set<PersonId>> following) {
        asStreams(() -> {
            topics.seen(following, clock.instant());
            return true;
        });
    }

    private Map<UUID, Long> heads(Collection<UUID> followed) {
        return asStreams(() -> topics.heads(followed));
    }

    private <T> T asStreams(Supplier<T> work) {
        return Acting.asProgram(ACTOR, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    @Override
    public void begin() {
        running = true;
    }

    /// A graceful shutdown of the server waits for open responses, and these never end by themselves.
    @Override
    public void leave() {
        running = false;
        all().forEach(Stream::end);
    }
}
