package org.peerage.ballots;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What lies in boxes. A paper and a name are never in one row, one list or one order.
@Component
class BoxStore {

    private final JdbcClient sql;

    BoxStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// As the program.
    void begin(BallotId ballot) {
        sql.sql("insert into ballots.box (ballot_id) values (:ballot)")
                .param("ballot", ballot.value())
                .update();
    }

    /// As the program. Both lists are sorted by what stands in them: sealed bytes are random, ids were given long
    /// before.
    void put(BallotId ballot, Sealed paper, PersonId voter) {
        sql.sql("""
                update ballots.box
                set papers = array(select p from unnest(papers || cast(:paper as bytea)) p order by p),
                    voted = array(select v from unnest(voted || cast(:voter as uuid)) v order by v)
                where ballot_id = :ballot
                """)
                .param("paper", paper.bytes())
                .param("voter", voter.value())
                .param("ballot", ballot.value())
                .update();
    }

    /// Before it is closed, as the program alone.
    Set<PersonId> voted(BallotId ballot) {
        return sql.sql("select voted from ballots.box where ballot_id = :ballot")
                .param("ballot", ballot.value())
                .query((row, number) -> people(row.getArray("voted")))
                .optional()
                .orElse(Set.of());
    }

    /// Once it is closed.
    List<Sealed> papers(BallotId ballot) {
        return sql.sql("select unnest(papers) as paper from ballots.box where ballot_id = :ballot")
                .param("ballot", ballot.value())
                .query((row, number) -> Sealed.of(row.getBytes("paper")).orElseThrow())
                .list();
    }

    /// By the acting person. False: they have counted before.
    boolean count(BallotId ballot, PersonId by, Tally tally) {
        return sql.sql("""
                insert into ballots.counted (ballot_id, person_id, digest, yes, no, aside)
                values (:ballot, :by, :digest, :yes, :no, :aside)
                on conflict do nothing
                """)
                        .param("ballot", ballot.value())
                        .param("by", by.value())
                        .param("digest", tally.digest())
                        .param("yes", tally.yes())
                        .param("no", tally.no())
                        .param("aside", tally.aside())
                        .update()
                == 1;
    }

    List<Tally> counted(BallotId ballot) {
        return sql.sql("select digest, yes, no, aside from ballots.counted where ballot_id = :ballot")
                .param("ballot", ballot.value())
                .query((row, number) ->
                        new Tally(row.getString("digest"), row.getInt("yes"), row.getInt("no"), row.getInt("aside")))
                .list();
    }

    private static Set<PersonId> people(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }
}
