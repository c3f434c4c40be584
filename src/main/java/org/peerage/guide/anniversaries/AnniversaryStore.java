package org.peerage.guide.anniversaries;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Since when members are in the room, and when the group has met.
@Component
class AnniversaryStore {

    private final JdbcClient sql;

    AnniversaryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Who has been here longest first.
    Map<PersonId, Instant> since(GroupId group) {
        var since = new LinkedHashMap<PersonId, Instant>();
        sql.sql("select person_id, since from groups.shared_since where group_id = :group order by since, person_id")
                .param("group", group.value())
                .query(row -> {
                    since.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getTimestamp("since").toInstant());
                });
        return since;
    }

    Optional<Instant> firstMet(GroupId group) {
        return met(
                "select min(starts_at) as met from meetings.shared_meeting "
                        + "where group_id = :group and closed_at is not null",
                group,
                Instant.EPOCH);
    }

    /// The last that was held and began before this moment.
    Optional<Instant> lastMet(GroupId group, Instant before) {
        return met(
                "select max(starts_at) as met from meetings.shared_meeting "
                        + "where group_id = :group and closed_at is not null and starts_at < :before",
                group,
                before);
    }

    private Optional<Instant> met(String query, GroupId group, Instant before) {
        return sql.sql(query)
                .param("group", group.value())
                .param("before", Timestamp.from(before))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("met")))
                .single()
                .map(Timestamp::toInstant);
    }
}
