package org.peerage.networks.directory;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// With whom leaders would like to sit. Row security shows people their own wishes and conveners those of their
/// networks;
/// nobody learns here who wishes for them.
@Component
class Companions {

    /// As many as a group of the usual size holds beside oneself; more would be no wish.
    static final int MOST = 11;

    private final JdbcClient sql;
    private final DirectoryStore directory;
    private final InstantSource clock;

    Companions(JdbcClient sql, DirectoryStore directory, InstantSource clock) {
        this.sql = sql;
        this.directory = directory;
        this.clock = clock;
    }

    /// @param mutual the other wishes it too, as far as whoever asks may know
    record Companion(Directory.Entry entry, boolean mutual) {}

    sealed interface Wishing {

        record Kept() implements Wishing {}

        record Oneself() implements Wishing {}

        record TooMany(int most) implements Wishing {}

        /// The other is not in this network's directory.
        record Unknown() implements Wishing {}
    }

    /// In the order of the directory.
    @Transactional(readOnly = true)
    List<Companion> of(ProfileId profile) {
        var mutual = sql.sql("""
                select c.other_id from networks.companion c
                join networks.companion back on back.profile_id = c.other_id and back.other_id = c.profile_id
                where c.profile_id = :profile
                """)
                .param("profile", profile.value())
                .query((row, number) -> new ProfileId(row.getObject("other_id", UUID.class)))
                .set();
        return directory.entries(others(profile), 0, MOST).stream()
                .map(entry -> new Companion(entry, mutual.contains(entry.id())))
                .toList();
    }

    /// The caller answers for who may say this of whom; a wish that is there already stays.
    @Transactional
    Wishing wish(NetworkId network, ProfileId profile, ProfileId other) {
        if (profile.equals(other)) {
            return new Wishing.Oneself();
        }
        if (directory
                .entry(other)
                .filter(entry -> entry.network().equals(network))
                .isEmpty()) {
            return new Wishing.Unknown();
        }
        var others = others(profile);
        if (others.size() >= MOST && !others.contains(other)) {
            return new Wishing.TooMany(MOST);
        }
        sql.sql("""
                insert into networks.companion (network_id, profile_id, other_id, said_by, said_at)
                values (:network, :profile, :other, :me, :now)
                on conflict (profile_id, other_id) do nothing
                """)
                .param("network", network.value())
                .param("profile", profile.value())
                .param("other", other.value())
                .param("me", Acting.me().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return new Wishing.Kept();
    }

    @Transactional
    void takeBack(ProfileId profile, ProfileId other) {
        sql.sql("delete from networks.companion where profile_id = :profile and other_id = :other")
                .param("profile", profile.value())
                .param("other", other.value())
                .update();
    }

    private List<ProfileId> others(ProfileId profile) {
        return sql.sql("select other_id from networks.companion where profile_id = :profile")
                .param("profile", profile.value())
                .query((row, number) -> new ProfileId(row.getObject("other_id", UUID.class)))
                .list();
    }
}
