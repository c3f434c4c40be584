package org.peerage.commitments;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether commitments still lead to the goals that they serve, as the two who have a part in them see it.
@Component
class SyncStore {

    private final JdbcClient sql;

    SyncStore(JdbcClient sql) {
        this.sql = sql;
    }

    void say(CommitmentTerms terms, boolean leadsThere, Instant now) {
        sql.sql("""
                insert into commitments.sync (commitment_id, said_by, group_id, person_id, witness_id, leads_there, at)
                values (:id, tenancy.me(), :group, :owner, :witness, :leads, :now)
                on conflict (commitment_id, said_by) do update set leads_there = :leads, at = :now
                """)
                .param("id", terms.id().value())
                .param("group", terms.group().value())
                .param("owner", terms.owner().value())
                .param("witness", terms.witness().value())
                .param("leads", leadsThere)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// By who said it; of those that whoever acts has a part in.
    Map<CommitmentId, Map<PersonId, Boolean>> said(GroupId group) {
        Map<CommitmentId, Map<PersonId, Boolean>> said = new HashMap<>();
        sql.sql("select commitment_id, said_by, leads_there from commitments.sync where group_id = :group")
                .param("group", group.value())
                .query(row -> {
                    said.computeIfAbsent(
                                    new CommitmentId(row.getObject("commitment_id", UUID.class)), _ -> new HashMap<>())
                            .put(new PersonId(row.getObject("said_by", UUID.class)), row.getBoolean("leads_there"));
                });
        return said;
    }
}
