package org.peerage.networks.directory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// With whom leaders would like to sit. Row security shows people their own wishes and conveners those of their
/// networks; nobody learns here who wishes for them.
@Component
class CompanionStore {

    private final JdbcClient sql;

    CompanionStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<ProfileId> of(ProfileId profile) {
        return sql.sql("select other_id from networks.companion where profile_id = :profile")
                .param("profile", profile.value())
                .query((row, number) -> new ProfileId(row.getObject("other_id", UUID.class)))
                .list();
    }

    /// Of these, those who wish it too, as far as whoever asks may know.
    Set<ProfileId> mutual(ProfileId profile) {
        return sql.sql("""
                select c.other_id from networks.companion c
                join networks.companion back on back.profile_id = c.other_id and back.other_id = c.profile_id
                where c.profile_id = :profile
                """)
                .param("profile", profile.value())
                .query((row, number) -> new ProfileId(row.getObject("other_id", UUID.class)))
                .set();
    }

    /// A wish that is there already stays.
    void add(NetworkId network, ProfileId profile, ProfileId other, Instant now) {
        sql.sql("""
                insert into networks.companion (network_id, profile_id, other_id, said_by, said_at)
                values (:network, :profile, :other, :me, :now)
                on conflict (profile_id, other_id) do nothing
                """)
                .param("network", network.value())
                .param("profile", profile.value())
                .param("other", other.value())
                .param("me", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(ProfileId profile, ProfileId other) {
        sql.sql("delete from networks.companion where profile_id = :profile and other_id = :other")
                .param("profile", profile.value())
                .param("other", other.value())
                .update();
    }
}
