package org.peerage.doors.hooks;

import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.scheduling.DateId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What row security shows to the owner of a hook, as whom this is asked.
@Component
class VisibleStore {

    private final JdbcClient sql;

    VisibleStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean group(GroupId group) {
        return is("select exists (select from groups.shared_group where id = :id)", group.value());
    }

    boolean date(DateId date) {
        return is("select exists (select from scheduling.shared_date where id = :id)", date.value());
    }

    boolean meeting(MeetingId meeting) {
        return is("select exists (select from meetings.shared_meeting where id = :id)", meeting.value());
    }

    boolean profile(ProfileId profile) {
        return is("select exists (select from networks.shared_profile where id = :id)", profile.value());
    }

    /// Somebody's line of the directory.
    Optional<UUID> profile(NetworkId network, PersonId person) {
        return sql.sql("select id from networks.shared_profile where network_id = :network and person_id = :person")
                .param("network", network.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    private boolean is(String question, UUID id) {
        return sql.sql(question).param("id", id).query(Boolean.class).single();
    }
}
