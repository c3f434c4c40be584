package org.peerage.commitments.ahead;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What whoever acts has committed themselves to and not closed.
@Component
class OpenCommitmentStore {

    private static final int MOST = 50;

    private final JdbcClient sql;

    OpenCommitmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One's own, the next due first.
    List<OpenCommitment> in(Collection<GroupId> groups) {
        return open("""
                select id, group_id, due_on, witness_id as other_id, false as news from commitments.commitment
                where person_id = tenancy.me() and state = 'open' and group_id = any (:groups)
                order by due_on, id
                limit :most
                """, groups);
    }

    /// Those of the others that one follows up, the next due first.
    List<OpenCommitment> followedUpIn(Collection<GroupId> groups) {
        return open("""
                select id, group_id, due_on, person_id as other_id,
                       exists (select from commitments.weekly w
                               where w.commitment_id = commitment.id and w.read_at is null) as news
                from commitments.commitment
                where witness_id = tenancy.me() and state = 'open' and group_id = any (:groups)
                order by due_on, id
                limit :most
                """, groups);
    }

    private List<OpenCommitment> open(String query, Collection<GroupId> groups) {
        return sql.sql(query)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param("most", MOST)
                .query((row, number) -> new OpenCommitment(
                        row.getObject("id", UUID.class),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("due_on", LocalDate.class),
                        new PersonId(row.getObject("other_id", UUID.class)),
                        row.getBoolean("news")))
                .list();
    }
}
