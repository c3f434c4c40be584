package org.peerage.proposals.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.SizeLimits;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.ByHand;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Runs as conveners ask for them and look at them. Seats are kept as group numbers in the order of the input, 0 for
/// none: a hundred thousand of them are still a small row.
@Component
class RunStore {

    static final String LINE = """
            select id, network_id, asked_by, asked_at, state, wanted, smallest, target, largest, weights, seconds,
                   threads, seed, iterations, people, left_out, added, input_hash, spent, score, sum, weakest, bound, groups, unseated,
                   trouble, trouble_values, started_at, ended_at
            from proposals.run
            """;

    private final JdbcClient sql;

    RunStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Nothing happens where the run is there already: a form sent twice asks once.
    boolean add(RunId id, RunRequest request, Instant now) {
        return sql.sql("""
                        insert into proposals.run
                            (id, network_id, asked_by, asked_at, smallest, target, largest, weights, rules, seconds,
                             threads, seed, iterations, people, left_out, added, input, input_hash, begun_with,
                             state)
                        values
                            (:id, :network, :me, :now, :smallest, :target, :largest, cast(:weights as jsonb),
                             cast(:rules as jsonb), :seconds, :threads, :seed, :iterations, :people,
                             cast(:left as uuid[]), cast(:added as uuid[]), cast(:input as jsonb), :hash, cast(:start as integer[]), 'waiting')
                        on conflict (id) do nothing
                        """)
                        .param("id", id.value())
                        .param("network", request.network().value())
                        .param("me", Acting.me().value())
                        .param("now", Timestamp.from(now))
                        .param("smallest", request.size().least())
                        .param("target", request.size().target())
                        .param("largest", request.size().most())
                        .param("weights", RequestJson.of(request.weights()))
                        .param("rules", RequestJson.of(request.rules()))
                        .param("seconds", request.effort().seconds())
                        .param("threads", request.effort().threads())
                        .param("seed", request.effort().seed())
                        .param(
                                "iterations",
                                request.effort().iterations().isPresent()
                                        ? request.effort().iterations().getAsLong()
                                        : null)
                        .param("people", request.people().size())
                        .param("left", ids(request.byHand().left()))
                        .param("added", ids(request.byHand().added()))
                        .param("input", RequestJson.of(request.people()))
                        .param("hash", RequestJson.hash(request))
                        .param("start", start(request))
                        .update()
                == 1;
    }

    Optional<Run> find(RunId id) {
        return sql.sql(LINE + " where id = :id")
                .param("id", id.value())
                .query(RunStore::run)
                .optional();
    }

    /// The newest first.
    List<Run> of(NetworkId network, int most) {
        return sql.sql(LINE + " where network_id = :network order by asked_at desc, id desc limit :most")
                .param("network", network.value())
                .param("most", most)
                .query(RunStore::run)
                .list();
    }

    int waiting(NetworkId network) {
        return sql.sql("select count(*) from proposals.run where network_id = :network and state = 'waiting'")
                .param("network", network.value())
                .query(Integer.class)
                .single();
    }

    Optional<RunRequest> request(RunId id) {
        return sql.sql("""
                select network_id, smallest, target, largest, weights, rules, seconds, threads, seed, iterations, input,
                       left_out, added, begun_with as seats
                from proposals.run where id = :id
                """).param("id", id.value()).query(RunStore::request).optional();
    }

    /// Group numbers by leader, of the best so far; whoever has no seat is not in it.
    Map<String, Integer> seats(RunId id) {
        return sql.sql("""
                select leader ->> 'id' as id, seats[place] as number
                from proposals.run, jsonb_array_elements(input) with ordinality as people (leader, place)
                where run.id = :id and seats[place] > 0
                """).param("id", id.value()).query(rows -> {
            Map<String, Integer> seats = new HashMap<>();
            while (rows.next()) {
                seats.put(rows.getString("id"), rows.getInt("number"));
            }
            return seats;
        });
    }

    /// Asks the worker to come to an end.
    boolean finish(RunId id) {
        return sql.sql("""
                        update proposals.run set wanted = 'best-so-far'
                        where id = :id and state = 'running' and wanted = 'all'
                        """).param("id", id.value()).update() == 1;
    }

    /// One that nobody works on ends here and now.
    boolean cancel(RunId id, Instant now) {
        var ended = sql.sql("""
                update proposals.run set state = 'stopped', ended_at = :now where id = :id and state = 'waiting'
                """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
        return ended == 1
                || sql.sql("update proposals.run set wanted = 'nothing' where id = :id and state = 'running'")
                                .param("id", id.value())
                                .update()
                        == 1;
    }

    static Run run(ResultSet row, int number) throws SQLException {
        var score = row.getObject("score", Double.class);
        var trouble = row.getString("trouble");
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                new NetworkId(row.getObject("network_id", UUID.class)),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getTimestamp("asked_at").toInstant(),
                RunState.of(row.getString("state")),
                !row.getString("wanted").equals("all"),
                size(row),
                RequestJson.weights(row.getString("weights")),
                effort(row),
                row.getInt("people"),
                byHand(row),
                row.getString("input_hash"),
                row.getDouble("spent"),
                score == null
                        ? Optional.empty()
                        : Optional.of(new Run.Found(
                                score,
                                row.getDouble("sum"),
                                row.getDouble("weakest"),
                                row.getDouble("bound"),
                                whole(row, "groups"),
                                whole(row, "unseated"))),
                trouble.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Run.Trouble(trouble, List.of((String[])
                                row.getArray("trouble_values").getArray()))),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    static RunRequest request(ResultSet row, int number) throws SQLException {
        var people = RequestJson.people(row.getString("input"));
        var start = new HashMap<String, Integer>();
        var seats = row.getArray("seats");
        if (seats != null) {
            var numbers = (Integer[]) seats.getArray();
            for (var place = 0; place < numbers.length; place++) {
                if (numbers[place] > 0) {
                    start.put(people.get(place).id(), numbers[place]);
                }
            }
        }
        return new RunRequest(
                new NetworkId(row.getObject("network_id", UUID.class)),
                people,
                byHand(row),
                size(row),
                RequestJson.weights(row.getString("weights")),
                RequestJson.rules(row.getString("rules")),
                Map.copyOf(start),
                effort(row));
    }

    private static ByHand byHand(ResultSet row) throws SQLException {
        return new ByHand(ids(row, "left_out"), ids(row, "added"));
    }

    private static Set<ProfileId> ids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .map(ProfileId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String[] ids(Set<ProfileId> people) {
        return people.stream().map(ProfileId::toString).toArray(String[]::new);
    }

    private static SizeLimits size(ResultSet row) throws SQLException {
        return new SizeLimits(row.getInt("smallest"), row.getInt("target"), row.getInt("largest"));
    }

    private static RunRequest.Effort effort(ResultSet row) throws SQLException {
        var iterations = row.getObject("iterations", Long.class);
        return new RunRequest.Effort(
                row.getInt("seconds"),
                row.getInt("threads"),
                row.getLong("seed"),
                iterations == null ? OptionalLong.empty() : OptionalLong.of(iterations));
    }

    private static OptionalInt whole(ResultSet row, String column) throws SQLException {
        var number = row.getObject(column, Integer.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Integer @Nullable [] start(RunRequest request) {
        return request.start().isEmpty() ? null : numbers(request, request.start());
    }

    static Integer[] numbers(RunRequest request, Map<String, Integer> seats) {
        return request.people().stream()
                .map(leader -> seats.getOrDefault(leader.id(), 0))
                .toArray(Integer[]::new);
    }
}
