package org.peerage.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// Two nodes that share the sessions of one database.
class NearbySessionsTests {

    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final AtomicLong time = new AtomicLong();
    private final FindByIndexNameSessionRepository<? extends Session> stored =
            RunningPeerage.shared().bean(JdbcIndexedSessionRepository.class);
    private final NearbySessions<? extends Session> here = new NearbySessions<>(stored, time::get);
    private final NearbySessions<? extends Session> there = new NearbySessions<>(stored, time::get);
    private final String person = UUID.randomUUID().toString();

    @Test
    void oneThatIsEndedHereIsOverAtOnceAndThereInFiveSeconds() {
        var id = begun(here, true);
        assertThat(here.findById(id)).isNotNull();
        assertThat(there.findById(id)).isNotNull();
        here.deleteById(id);
        assertThat(here.findById(id)).isNull();
        time.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(there.findById(id)).isNull();
    }

    @Test
    void oneThatWasEndedThereKeepsNothingAnyMore() {
        var id = begun(here, true);
        var session = here.findById(id);
        assertThat(here.findById(id)).isNotNull();
        there.deleteById(id);
        change(here, id, "challenge", "late");
        assertThat(session).isNotNull();
        assertThat(stored.findById(id)).isNull();
    }

    @Test
    void aChallengeIsTheSameOnBothNodesAtOnce() {
        var id = begun(here, true);
        assertThat(attribute(there, id, "challenge")).isNull();
        change(here, id, "challenge", "one");
        assertThat(attribute(there, id, "challenge")).isEqualTo("one");
        change(there, id, "challenge", "two");
        assertThat(attribute(here, id, "challenge")).isEqualTo("two");
    }

    @Test
    void whatIsShownHereIsKnownThereAtOnce() {
        var id = begun(here, false);
        assertThat(attribute(there, id, "proved")).isEqualTo(false);
        change(here, id, "proved", true);
        assertThat(attribute(there, id, "proved")).isEqualTo(true);
        assertThat(attribute(here, id, "proved")).isEqualTo(true);
    }

    @Test
    void thatSomebodyIsThereIsWrittenOnceAMinute() {
        var id = begun(here, true);
        var begun = lastSeen(id);
        seen(here, id, begun.plusSeconds(59));
        assertThat(lastSeen(id)).isEqualTo(begun);
        seen(here, id, begun.plusSeconds(60));
        assertThat(lastSeen(id)).isEqualTo(begun.plusSeconds(60));
    }

    @Test
    void oneThatNobodyUsesForTwelveHoursIsOver() {
        var now = Instant.now();
        var used = begun(here, true);
        lastUsed(stored, used, now.minus(Duration.ofHours(11)));
        assertThat(stored.findById(used)).isNotNull();
        var idle = begun(here, true);
        lastUsed(stored, idle, now.minus(Duration.ofHours(12)).minusSeconds(1));
        assertThat(stored.findById(idle)).isNull();
        assertThat(there.findById(idle)).isNull();
    }

    @Test
    void oneThatIsUsedWithoutAPauseIsOverAfterFourteenDays() {
        var id = begun(here, true);
        var begun = Objects.requireNonNull(stored.findById(id)).getCreationTime();
        seen(here, id, begun.plus(NearbySession.LONGEST).minus(Duration.ofHours(13)));
        assertThat(longestAbsence(id)).isEqualTo(Duration.ofHours(12));
        seen(here, id, begun.plus(NearbySession.LONGEST).minusSeconds(90));
        assertThat(longestAbsence(id)).isEqualTo(Duration.ofSeconds(90));
        seen(here, id, begun.plus(NearbySession.LONGEST).plusSeconds(1));
        lastUsed(stored, id, Instant.now());
        assertThat(stored.findById(id)).isNull();
        assertThat(there.findById(id)).isNull();
    }

    @Test
    void thePersonsSessionsAreThoseOfTheDatabase() {
        var id = begun(here, true);
        assertThat(there.findByPrincipalName(person)).containsOnlyKeys(id);
        here.deleteById(id);
        assertThat(there.findByPrincipalName(person)).isEmpty();
    }

    /// Rows of the first are written after those of the second, and the database is left no way but to read them as
    /// they lie.
    @Test
    void theRowsOfASessionStandTogetherHoweverTheDatabaseReadsThem() {
        var first = begun(here, false);
        begun(here, false);
        change(here, first, "proved", true);
        var peerage = RunningPeerage.shared();
        var sessions = Acting.asProgram(
                "sessions",
                () -> peerage.inTransaction(() -> {
                    var database = peerage.bean(JdbcClient.class);
                    for (var way : List.of("nestloop", "mergejoin", "indexscan", "bitmapscan")) {
                        database.sql("set local enable_" + way + " = off").update();
                    }
                    return database.sql(SecurityConfiguration.SESSIONS_OF_A_PERSON)
                            .param(person)
                            .query((row, _) -> row.getString("session_id"))
                            .list();
                }));
        var changes = IntStream.range(1, sessions.size())
                .filter(row -> !sessions.get(row).equals(sessions.get(row - 1)))
                .count();
        assertThat(changes).as(sessions.toString()).isEqualTo(1);
    }

    private Duration longestAbsence(String id) {
        return Objects.requireNonNull(stored.findById(id)).getMaxInactiveInterval();
    }

    private Instant lastSeen(String id) {
        return Objects.requireNonNull(stored.findById(id)).getLastAccessedTime();
    }

    private <S extends Session> String begun(NearbySessions<S> node, boolean proved) {
        var session = node.createSession();
        session.setAttribute(PERSON, person);
        session.setAttribute("proved", proved);
        node.save(session);
        return session.getId();
    }

    private static <S extends Session> void change(NearbySessions<S> node, String id, String name, Object value) {
        var session = node.findById(id);
        if (session != null) {
            session.setAttribute(name, value);
            node.save(session);
        }
    }

    private static <S extends Session> void lastUsed(FindByIndexNameSessionRepository<S> all, String id, Instant at) {
        var session = Objects.requireNonNull(all.findById(id));
        session.setLastAccessedTime(at);
        all.save(session);
    }

    private static <S extends Session> void seen(NearbySessions<S> node, String id, Instant at) {
        var session = Objects.requireNonNull(node.findById(id));
        session.setLastAccessedTime(at);
        node.save(session);
    }

    private static @Nullable Object attribute(NearbySessions<?> node, String id, String name) {
        return Objects.requireNonNull(node.findById(id)).getAttribute(name);
    }
}
