package org.peerage.doors.hooks;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The hooks of whoever acts, in a network that they convene. Their secrets are written here and never read.
@Component
class HookStore {

    private static final String HOOKS = """
            select h.id, h.address, h.events, h.turn, h.state, h.why_off, h.made_at,
                   h.failed > 0 or exists (select from doors.delivery d where d.network_id = h.network_id
                       and d.hook_id = h.id and d.state = 'waiting' and d.trouble <> '') as failing
            from doors.hook h where h.network_id = :network
            """;

    private final JdbcClient sql;

    HookStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param turn how often its secret was made anew
    /// @param whyOff empty while it is on
    /// @param failing what it was told last was not taken
    record Hook(
            UUID id,
            String address,
            Set<HookEvent> events,
            int turn,
            String state,
            String whyOff,
            boolean failing,
            Instant madeAt) {

        Hook {
            events = Set.copyOf(events);
        }

        boolean on() {
            return state.equals("on");
        }

        /// In the order in which they are always named.
        List<HookEvent> inOrder() {
            return Arrays.stream(HookEvent.values()).filter(events::contains).toList();
        }
    }

    /// @param status what the other side answered last; null where nothing came
    record Line(
            String event,
            Instant happenedAt,
            String state,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            String trouble,
            Instant nextAt) {}

    List<Hook> of(NetworkId network) {
        return sql.sql(HOOKS + "order by h.made_at, h.id")
                .param("network", network.value())
                .query((row, number) -> hook(row))
                .list();
    }

    Optional<Hook> find(NetworkId network, UUID id) {
        return sql.sql(HOOKS + "and h.id = :id")
                .param("network", network.value())
                .param("id", id)
                .query((row, number) -> hook(row))
                .optional();
    }

    List<Line> lines(NetworkId network, UUID hook, int most) {
        return sql.sql("""
                select event, happened_at, state, attempts, tried_at, status, trouble, next_at from doors.delivery
                where network_id = :network and hook_id = :hook order by seq desc limit :most
                """)
                .param("network", network.value())
                .param("hook", hook)
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    /// Waits for whoever makes one in the same network at the same moment, so that the most holds.
    int count(NetworkId network) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('doors.hook ' || :network, 0))")
                .param("network", network.toString())
                .query()
                .listOfRows();
        return of(network).size();
    }

    /// False where it is there already.
    boolean keep(NetworkId network, HookForm.Wish wish, HookSecret secret, Instant now) {
        return sql.sql("""
                        insert into doors.hook (network_id, id, person_id, address, events, secret, made_at)
                        values (:network, :id, :me, :address, :events, :secret, :now)
                        on conflict (network_id, id) do nothing
                        """)
                        .param("network", network.value())
                        .param("id", wish.id())
                        .param("me", Acting.me().value())
                        .param("address", wish.address())
                        .param(
                                "events",
                                wish.events().stream().map(HookEvent::word).toArray(String[]::new))
                        .param("secret", secret.bytes())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// False where another turn was made since.
    boolean turn(NetworkId network, UUID id, int turn, HookSecret secret, Instant oldUntil) {
        return sql.sql("""
                        update doors.hook
                        set old_secret = secret, old_until = :until, secret = :secret, turn = turn + 1
                        where network_id = :network and id = :id and turn = :turn
                        """)
                        .param("network", network.value())
                        .param("id", id)
                        .param("turn", turn)
                        .param("secret", secret.bytes())
                        .param("until", Timestamp.from(oldUntil))
                        .update()
                == 1;
    }

    void on(NetworkId network, UUID id) {
        sql.sql("""
                update doors.hook set state = 'on', why_off = '', failed = 0 where network_id = :network and id = :id
                """).param("network", network.value()).param("id", id).update();
    }

    boolean end(NetworkId network, UUID id) {
        return sql.sql("delete from doors.hook where network_id = :network and id = :id")
                        .param("network", network.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Hook hook(ResultSet row) throws SQLException {
        return new Hook(
                row.getObject("id", UUID.class),
                row.getString("address"),
                events(row.getArray("events")),
                row.getInt("turn"),
                row.getString("state"),
                row.getString("why_off"),
                row.getBoolean("failing"),
                row.getTimestamp("made_at").toInstant());
    }

    private static Line line(ResultSet row) throws SQLException {
        var tried = row.getTimestamp("tried_at");
        return new Line(
                row.getString("event"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("state"),
                row.getInt("attempts"),
                tried == null ? null : tried.toInstant(),
                row.getObject("status", Integer.class),
                row.getString("trouble"),
                row.getTimestamp("next_at").toInstant());
    }

    private static Set<HookEvent> events(Array words) throws SQLException {
        return HookForm.known(Arrays.asList((String[]) words.getArray()));
    }
}
