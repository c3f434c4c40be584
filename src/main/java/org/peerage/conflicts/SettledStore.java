package org.peerage.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.selection.Findings;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is settled about candidates of groups in whose rooms the acting person is.
@Component
class SettledStore {

    private final JdbcClient sql;

    SettledStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Findings.Candidate> candidate(GroupId group, ProspectId prospect) {
        return sql.sql("""
                select id, profile_id, name, organisation, role_title from selection.shared_prospect
                where id = :id and group_id = :group
                """)
                .param("id", prospect.value())
                .param("group", group.value())
                .query((row, number) -> candidate(row))
                .optional();
    }

    /// Pressed twice it is once.
    void add(UUID id, GroupId group, Settled settled) {
        sql.sql("""
                insert into conflicts.settled (id, group_id, prospect_id, profile_id, finding, digest, aside, person_id,
                                               settled_at)
                values (:id, :group, :prospect, :profile, :finding, :digest, :aside, :by, :at)
                on conflict do nothing
                """)
                .param("id", id)
                .param("group", group.value())
                .param("prospect", settled.prospect().value())
                .param("profile", settled.profile().value())
                .param("finding", settled.finding())
                .param("digest", settled.digest())
                .param("aside", settled.aside())
                .param("by", settled.by().value())
                .param("at", Timestamp.from(settled.at()))
                .update();
    }

    /// The latest first.
    List<Settled> in(GroupId group) {
        return sql.sql("""
                select prospect_id, profile_id, finding, digest, aside, person_id, settled_at
                from conflicts.settled where group_id = :group order by settled_at desc, id desc
                """)
                .param("group", group.value())
                .query((row, number) -> settled(row))
                .list();
    }

    private static Findings.Candidate candidate(ResultSet row) throws SQLException {
        var profile = row.getObject("profile_id", UUID.class);
        return new Findings.Candidate(
                new ProspectId(row.getObject("id", UUID.class)),
                profile == null ? null : new ProfileId(profile),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("role_title"));
    }

    private static Settled settled(ResultSet row) throws SQLException {
        return new Settled(
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new ProfileId(row.getObject("profile_id", UUID.class)),
                row.getString("finding"),
                row.getString("digest"),
                row.getBoolean("aside"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("settled_at").toInstant());
    }
}
