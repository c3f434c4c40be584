package org.peerage.ballots;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ballots, and who may vote in them: to a person those in which they may, to the program `ballots` all.
@Component
class BallotStore {

    private static final String BALLOTS = """
            select id, group_id, room_id, epoch, kind, subject_id, rule, person_id, opened_at, last_day, closes_at, state
            from ballots.ballot
            """;

    private final JdbcClient sql;

    BallotStore(JdbcClient sql) {
        this.sql = sql;
    }

    long epoch(RoomId room) {
        return sql.sql("select epoch from rooms.shared_room where room_id = :room")
                .param("room", room.value())
                .query(Long.class)
                .single();
    }

    void add(Ballot ballot) {
        sql.sql("""
                insert into ballots.ballot (id, group_id, room_id, epoch, kind, subject_id, rule, person_id, opened_at,
                                            last_day, closes_at, state)
                values (:id, :group, :room, :epoch, :kind, :subject, :rule, :by, :opened, :last, :closes, 'open')
                """)
                .param("id", ballot.id().value())
                .param("group", ballot.group().value())
                .param("room", ballot.room().value())
                .param("epoch", ballot.epoch())
                .param("kind", ballot.kind())
                .param("subject", ballot.subject())
                .param("rule", ballot.rule().key())
                .param("by", ballot.by().value())
                .param("opened", Timestamp.from(ballot.openedAt()))
                .param("last", Date.valueOf(ballot.lastDay()))
                .param("closes", Timestamp.from(ballot.closesAt()))
                .update();
    }

    /// As the program.
    void list(BallotId ballot, Collection<PersonId> voters) {
        sql.sql("insert into ballots.voter (ballot_id, person_id) select :ballot, unnest(cast(:voters as uuid[]))")
                .param("ballot", ballot.value())
                .param("voters", voters.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /// As the program: whoever is gone and has no paper in the box.
    void strike(BallotId ballot, PersonId voter) {
        sql.sql("delete from ballots.voter where ballot_id = :ballot and person_id = :voter")
                .param("ballot", ballot.value())
                .param("voter", voter.value())
                .update();
    }

    Set<PersonId> voters(BallotId ballot) {
        return sql
                .sql("select person_id from ballots.voter where ballot_id = :ballot")
                .param("ballot", ballot.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The latest first.
    List<Ballot> in(GroupId group) {
        return sql.sql(BALLOTS + "where group_id = :group order by opened_at desc, id")
                .param("group", group.value())
                .query((row, number) -> ballot(row))
                .list();
    }

    Optional<Ballot> find(GroupId group, BallotId ballot) {
        return sql.sql(BALLOTS + "where id = :ballot and group_id = :group")
                .param("ballot", ballot.value())
                .param("group", group.value())
                .query((row, number) -> ballot(row))
                .optional();
    }

    Optional<Ballot> latest(GroupId group, String kind, UUID subject) {
        return sql.sql(BALLOTS + """
                where group_id = :group and kind = :kind and subject_id = :subject order by opened_at desc limit 1
                """)
                .param("group", group.value())
                .param("kind", kind)
                .param("subject", subject)
                .query((row, number) -> ballot(row))
                .optional();
    }

    /// As the program, and for nobody else until the transaction ends.
    Optional<Ballot> take(BallotId ballot) {
        return sql.sql(BALLOTS + "where id = :ballot for update")
                .param("ballot", ballot.value())
                .query((row, number) -> ballot(row))
                .optional();
    }

    /// As the program: those that are open in a room, in one order.
    List<BallotId> openIn(RoomId room) {
        return sql.sql("select id from ballots.ballot where room_id = :room and state = 'open' order by id")
                .param("room", room.value())
                .query((row, number) -> new BallotId(row.getObject("id", UUID.class)))
                .list();
    }

    /// As the program: one whose last day is over.
    Optional<BallotId> due(Instant now) {
        return sql.sql("""
                select id from ballots.ballot where state = 'open' and closes_at <= :now order by closes_at limit 1
                """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new BallotId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// As the program.
    void move(BallotId ballot, BallotState from, BallotState to) {
        if (!from.next().contains(to)) {
            throw new IllegalStateException("a ballot never goes from " + from + " to " + to);
        }
        sql.sql("update ballots.ballot set state = :to where id = :ballot and state = :from")
                .param("to", to.key())
                .param("ballot", ballot.value())
                .param("from", from.key())
                .update();
    }

    private static Ballot ballot(ResultSet row) throws SQLException {
        return new Ballot(
                new BallotId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                row.getLong("epoch"),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                BallotRule.of(row.getString("rule")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("opened_at").toInstant(),
                row.getDate("last_day").toLocalDate(),
                row.getTimestamp("closes_at").toInstant(),
                BallotState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
