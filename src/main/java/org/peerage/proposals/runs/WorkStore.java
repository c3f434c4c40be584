package org.peerage.proposals.runs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Runs as the nodes that work on them see them. A node holds a run by a lease; whoever has lost it writes nothing.
@Component
class WorkStore {

    /// A node that dies leaves its run to the others after this time.
    static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient sql;

    WorkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A run taken up, with the seats to go on from.
    record Held(RunId id, PersonId askedBy, RunRequest request, double spent, int attempts) {

        NetworkId network() {
            return request.network();
        }
    }

    /// What the convener wants of a run that is held; `GONE` where it is held no longer.
    enum Wanted {
        ALL,
        BEST_SO_FAR,
        NOTHING,
        GONE
    }

    /// What a search has found so far.
    public record Progress(double spent, double score, double sum, double weakest, double bound) {}

    /// Takes the run that has waited longest, one that its node has left behind among them. Nodes do not wait for each
    /// other and never take the same one.
    Optional<Held> take(UUID node, Instant now) {
        return sql.sql("""
                update proposals.run
                set state = 'running', held_by = :node, held_until = :lease, attempts = attempts + 1,
                    started_at = coalesce(started_at, :now)
                where id = (
                    select id from proposals.run
                    where state = 'waiting' or (state = 'running' and held_until <= :now)
                    order by asked_at, id limit 1 for update skip locked)
                returning id, asked_by, network_id, smallest, target, largest, weights, rules, seconds, threads, seed,
                          iterations, input, left_out, added, coalesce(seats, begun_with) as seats, spent, attempts
                """)
                .param("node", node)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Held(
                        new RunId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("asked_by", UUID.class)),
                        RunStore.request(row, number),
                        row.getDouble("spent"),
                        row.getInt("attempts")))
                .optional();
    }

    /// Renews the lease and asks what is wanted.
    Wanted keep(UUID node, RunId run, Instant now) {
        return sql.sql("""
                update proposals.run set held_until = :lease
                where id = :id and held_by = :node and state = 'running'
                returning wanted
                """)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("id", run.value())
                .param("node", node)
                .query((row, number) -> switch (row.getString("wanted")) {
                    case "best-so-far" -> Wanted.BEST_SO_FAR;
                    case "nothing" -> Wanted.NOTHING;
                    default -> Wanted.ALL;
                })
                .optional()
                .orElse(Wanted.GONE);
    }

    void progress(UUID node, RunId run, Progress progress) {
        sql.sql("""
                update proposals.run
                set spent = :spent, score = :score, sum = :sum, weakest = :weakest, bound = :bound
                where id = :id and held_by = :node and state = 'running'
                """)
                .param("spent", progress.spent())
                .param("score", progress.score())
                .param("sum", progress.sum())
                .param("weakest", progress.weakest())
                .param("bound", progress.bound())
                .param("id", run.value())
                .param("node", node)
                .update();
    }

    void seats(UUID node, Held run, Map<String, Integer> seats) {
        sql.sql("""
                update proposals.run set seats = cast(:seats as integer[])
                where id = :id and held_by = :node and state = 'running'
                """)
                .param("seats", RunStore.numbers(run.request(), seats))
                .param("id", run.id().value())
                .param("node", node)
                .update();
    }

    /// False where the run is held no longer.
    boolean done(UUID node, RunId run, int groups, int unseated, Instant now) {
        return sql.sql("""
                        update proposals.run
                        set state = 'done', groups = :groups, unseated = :unseated, ended_at = :now, held_by = null,
                            held_until = null
                        where id = :id and held_by = :node and state = 'running'
                        """)
                        .param("groups", groups)
                        .param("unseated", unseated)
                        .param("now", Timestamp.from(now))
                        .param("id", run.value())
                        .param("node", node)
                        .update()
                == 1;
    }

    void stopped(UUID node, RunId run, Instant now) {
        sql.sql("""
                update proposals.run set state = 'stopped', ended_at = :now, held_by = null, held_until = null
                where id = :id and held_by = :node and state = 'running'
                """)
                .param("now", Timestamp.from(now))
                .param("id", run.value())
                .param("node", node)
                .update();
    }

    void failed(UUID node, RunId run, Run.Trouble trouble, Instant now) {
        sql.sql("""
                update proposals.run
                set state = 'failed', trouble = :trouble, trouble_values = cast(:values as text[]), ended_at = :now,
                    held_by = null, held_until = null
                where id = :id and held_by = :node and state = 'running'
                """)
                .param("trouble", trouble.key())
                .param("values", trouble.values().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("id", run.value())
                .param("node", node)
                .update();
    }

    /// Leaves the run to whoever comes next, at once. A node that shuts down in order has not failed at it.
    void release(UUID node, RunId run, Instant now) {
        sql.sql("""
                update proposals.run set held_until = :now, attempts = attempts - 1
                where id = :id and held_by = :node and state = 'running'
                """)
                .param("now", Timestamp.from(now))
                .param("id", run.value())
                .param("node", node)
                .update();
    }
}
