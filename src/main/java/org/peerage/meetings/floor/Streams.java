package org.peerage.meetings.floor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The event streams that this node holds. They say "this meeting is at n" and nothing else: a page fetches what it has
/// missed, so a lost word costs latency only.
///
/// Ends all streams in the last phase, which is the first to stop: a graceful shutdown of the server waits for open
/// responses, and these never end by themselves.
@Component
class Streams implements SmartLifecycle {

    /// Streams are renewed, so that a session that has ended stops hearing of a meeting.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Duration BEAT = Duration.ofSeconds(15);

    private record Stream(MeetingId meeting, PersonId person, SseEmitter emitter) {}

    private final Followers presence;
    private final InstantSource clock;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Map<MeetingId, Set<PersonId>> polled = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    Streams(Followers presence, InstantSource clock) {
        this.presence = presence;
        this.clock = clock;
    }

    /// Registers first and reads the state afterwards, so that nothing falls between the two.
    SseEmitter open(MeetingId meeting, PersonId person) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var stream = new Stream(meeting, person, emitter);
        open.add(stream);
        emitter.onCompletion(() -> open.remove(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> open.remove(stream));
        if (!running) {
            emitter.complete();
            open.remove(stream);
            return emitter;
        }
        var n = Acting.asProgram("meetings.streams", () -> presence.heads(Set.of(meeting)))
                .getOrDefault(meeting, 0L);
        say(stream, n);
        sayBeat(stream);
        beat(Set.of(stream));
        return emitter;
    }

    /// A page without a stream asked for itself.
    void polled(MeetingId meeting, PersonId person) {
        polled.computeIfAbsent(meeting, m -> ConcurrentHashMap.newKeySet()).add(person);
    }

    void announce(MeetingId meeting, long n) {
        for (var stream : open) {
            if (stream.meeting().equals(meeting)) {
                senders.execute(() -> say(stream, n));
            }
        }
    }

    /// Somebody has left a circle: from now on their pages have to ask again, and are let in where they still belong.
    void end(PersonId person) {
        var theirs =
                open.stream().filter(stream -> stream.person().equals(person)).toList();
        theirs.forEach(stream -> stream.emitter().complete());
        theirs.forEach(open::remove);
    }

    /// After a time without news: tells every stream where its meeting stands.
    void announceAll() {
        var meetings = open.stream().map(Stream::meeting).collect(Collectors.toSet());
        if (!meetings.isEmpty()) {
            Acting.asProgram("meetings.streams", () -> presence.heads(meetings)).forEach(this::announce);
        }
    }

    private void say(Stream stream, long n) {
        send(stream, SseEmitter.event().id(Long.toString(n)).name("at").data(Long.toString(n)));
    }

    private void send(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException _) {
            // The browser has gone; the container completes the emitter.
            open.remove(stream);
        }
    }

    /// Keeps proxies from closing quiet streams, finds those that are gone, and writes down who follows. Pages hear it:
    /// one that hears no beat opens another stream, because a connection may die without a word to either end.
    @Scheduled(fixedDelay = 15_000)
    void beat() {
        for (var stream : open) {
            senders.execute(() -> sayBeat(stream));
        }
        beat(open);
    }

    private void sayBeat(Stream stream) {
        send(stream, SseEmitter.event().name("beat").data(BEAT.toMillis()));
    }

    private void beat(Collection<Stream> streams) {
        var following = new ConcurrentHashMap<MeetingId, Set<PersonId>>();
        streams.forEach(s -> following
                .computeIfAbsent(s.meeting(), m -> ConcurrentHashMap.newKeySet())
                .add(s.person()));
        polled.keySet().forEach(meeting -> {
            var people = polled.remove(meeting);
            if (people != null) {
                following.merge(meeting, people, Streams::both);
            }
        });
        if (!following.isEmpty()) {
            Acting.asProgram("meetings.streams", () -> presence.seen(following, now()));
        }
    }

    private static Set<PersonId> both(Set<PersonId> some, Set<PersonId> others) {
        some.addAll(others);
        return some;
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(stream -> stream.emitter().complete());
        open.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
