package org.peerage.proposals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.proposals.runs.RunId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of proposals and their seats.
@Component
class ProposalStore {

    private final JdbcClient sql;

    ProposalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A line of the table, before its seats.
    private record Head(
            NetworkId network,
            RunId run,
            Optional<ProposalId> copiedFrom,
            String name,
            Instant madeAt,
            int version,
            Instant changedAt) {}

    Optional<Proposed> find(ProposalId id) {
        return sql.sql("""
                select network_id, run_id, copied_from, name, made_at, version, changed_at
                from proposals.proposal where id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new Head(
                        new NetworkId(row.getObject("network_id", UUID.class)),
                        new RunId(row.getObject("run_id", UUID.class)),
                        Optional.ofNullable(row.getObject("copied_from", UUID.class))
                                .map(ProposalId::new),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getInt("version"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional()
                .map(head -> whole(id, head));
    }

    private Proposed whole(ProposalId id, Head head) {
        Map<String, Integer> seats = new HashMap<>();
        Set<String> locked = new HashSet<>();
        sql.sql("select profile_id, number, locked from proposals.seat where proposal_id = :id")
                .param("id", id.value())
                .query(row -> {
                    var profile = row.getString("profile_id");
                    seats.put(profile, row.getInt("number"));
                    if (row.getBoolean("locked")) {
                        locked.add(profile);
                    }
                });
        return new Proposed(
                id,
                head.network(),
                head.run(),
                head.copiedFrom(),
                head.name(),
                head.madeAt(),
                head.version(),
                head.changedAt(),
                Map.copyOf(seats),
                Set.copyOf(locked),
                accepted(id));
    }

    Map<Integer, GroupId> accepted(ProposalId id) {
        Map<Integer, GroupId> accepted = new HashMap<>();
        sql.sql("select number, group_id from proposals.accepted where proposal_id = :id")
                .param("id", id.value())
                .query(row -> {
                    accepted.put(row.getInt("number"), new GroupId(row.getObject("group_id", UUID.class)));
                });
        return Map.copyOf(accepted);
    }

    /// The one that was made of the run, not its copies.
    Optional<ProposalId> of(RunId run) {
        return sql.sql("select id from proposals.proposal where run_id = :run and copied_from is null")
                .param("run", run.value())
                .query(UUID.class)
                .optional()
                .map(ProposalId::new);
    }

    /// The newest first.
    List<Proposals.Line> of(NetworkId network, int most) {
        return sql.sql("""
                select p.id, p.run_id, p.name, p.made_at, p.copied_from is not null as copy,
                       (select count(*) from proposals.accepted a where a.proposal_id = p.id) as formed
                from proposals.proposal p
                where p.network_id = :network
                order by p.made_at desc, p.id desc limit :most
                """)
                .param("network", network.value())
                .param("most", most)
                .query((row, number) -> new Proposals.Line(
                        new ProposalId(row.getObject("id", UUID.class)),
                        new RunId(row.getObject("run_id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getBoolean("copy"),
                        row.getInt("formed")))
                .list();
    }

    /// False where there is none, or none that is for whoever acts.
    boolean name(ProposalId id, String name) {
        return sql.sql("update proposals.proposal set name = :name where id = :id")
                        .param("id", id.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    /// False where the run has its proposal already.
    boolean add(
            ProposalId id,
            NetworkId network,
            RunId run,
            @Nullable ProposalId copiedFrom,
            String name,
            PersonId by,
            Instant now) {
        return sql.sql("""
                        insert into proposals.proposal
                            (id, network_id, run_id, copied_from, name, made_by, made_at, changed_at)
                        values (:id, :network, :run, :from, :name, :by, :now, :now)
                        on conflict do nothing
                        """)
                        .param("id", id.value())
                        .param("network", network.value())
                        .param("run", run.value())
                        .param("from", copiedFrom == null ? null : copiedFrom.value())
                        .param("name", name)
                        .param("by", by.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// Seats these people, or moves them from where they sat.
    void seat(ProposalId id, Map<String, Integer> seats, Set<String> locked) {
        var people = List.copyOf(seats.keySet());
        sql.sql("""
                insert into proposals.seat (proposal_id, profile_id, number, locked)
                select :id, profile_id, number, locked
                from unnest(cast(:people as uuid[]), cast(:numbers as integer[]), cast(:locked as boolean[]))
                    as seats (profile_id, number, locked)
                on conflict (proposal_id, profile_id)
                do update set number = excluded.number, locked = excluded.locked
                """)
                .param("id", id.value())
                .param("people", people.toArray(String[]::new))
                .param("numbers", people.stream().map(seats::get).toArray(Integer[]::new))
                .param("locked", people.stream().map(locked::contains).toArray(Boolean[]::new))
                .update();
    }

    void unseat(ProposalId id, Collection<String> people) {
        sql.sql("""
                delete from proposals.seat
                where proposal_id = :id and profile_id = any (cast(:people as uuid[]))
                """)
                .param("id", id.value())
                .param("people", people.toArray(String[]::new))
                .update();
    }

    /// Locks or unlocks all of these who sit in the group; answers how many do.
    int lock(ProposalId id, Collection<String> people, int number, boolean locked) {
        return sql.sql("""
                update proposals.seat set locked = :locked
                where proposal_id = :id and number = :number and profile_id = any (cast(:people as uuid[]))
                """)
                .param("locked", locked)
                .param("id", id.value())
                .param("number", number)
                .param("people", people.toArray(String[]::new))
                .update();
    }

    /// Takes the turn to change the proposal. False when somebody was faster: what was decided on is no longer there.
    boolean turn(ProposalId id, int version, Instant now) {
        return sql.sql("""
                        update proposals.proposal set version = version + 1, changed_at = :now
                        where id = :id and version = :version
                        """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    void accept(ProposalId id, int number, GroupId group, Instant now) {
        sql.sql("""
                insert into proposals.accepted (proposal_id, number, group_id, accepted_by, accepted_at)
                values (:id, :number, :group, :by, :now)
                """)
                .param("id", id.value())
                .param("number", number)
                .param("group", group.value())
                .param("by", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// What was accepted in one proposal is accepted in another, as far as the groups are the same.
    void accept(ProposalId id, ProposalId from, Collection<Integer> numbers) {
        sql.sql("""
                insert into proposals.accepted (proposal_id, number, group_id, accepted_by, accepted_at)
                select :id, a.number, a.group_id, coalesce(tenancy.me(), a.accepted_by), a.accepted_at
                from proposals.accepted a
                where a.proposal_id = :from and a.number = any (cast(:numbers as integer[]))
                """)
                .param("id", id.value())
                .param("from", from.value())
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    void askedFrom(RunId run, ProposalId proposal) {
        sql.sql("""
                insert into proposals.what_if (run_id, proposal_id) values (:run, :proposal)
                on conflict do nothing
                """)
                .param("run", run.value())
                .param("proposal", proposal.value())
                .update();
    }

    /// The proposal that the run was asked to improve, if there is one.
    Optional<ProposalId> askedFrom(RunId run) {
        return sql.sql("select proposal_id from proposals.what_if where run_id = :run")
                .param("run", run.value())
                .query(UUID.class)
                .optional()
                .map(ProposalId::new);
    }
}
