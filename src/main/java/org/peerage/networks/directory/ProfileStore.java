package org.peerage.networks.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One leader in full. The e-mail address comes along only for those whom row security shows it.
@Component
class ProfileStore {

    private static final String PROFILE = """
            select p.id, p.person_id is not null as taken, p.person_id = tenancy.me() as own, p.version,
                   p.organisation, p.name, p.role_title, p.industry, p.subindustry, p.tags, p.team_size, p.stage,
                   p.status, p.place, p.country, p.time_zone,
                   case p.remote when true then 'yes' when false then 'no' end as remote, p.languages,
                   p.experience_years, p.has_done, p.aims, a.email, p.external_id
            from networks.profile p left join networks.address a on a.profile_id = p.id
            """;

    private final JdbcClient sql;

    ProfileStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Profile(ProfileId id, LeaderFacts facts, boolean taken, boolean own, int version) {}

    Optional<Profile> find(NetworkId network, ProfileId id) {
        return sql.sql(PROFILE + " where p.network_id = :network and p.id = :id")
                .param("network", network.value())
                .param("id", id.value())
                .query(ProfileStore::profile)
                .optional();
    }

    Optional<Profile> own(NetworkId network) {
        return sql.sql(PROFILE + " where p.network_id = :network and p.person_id = tenancy.me()")
                .param("network", network.value())
                .query(ProfileStore::profile)
                .optional();
    }

    /// Whose seat nobody has taken: those who came or changed last.
    List<Profile> vacant(NetworkId network, int most) {
        return sql.sql(PROFILE + """
                 where p.network_id = :network and p.person_id is null
                order by p.changed_at desc, p.id desc limit :most
                """)
                .param("network", network.value())
                .param("most", most)
                .query(ProfileStore::profile)
                .list();
    }

    /// Somebody of this address, or of this name in this organisation, is in the directory. Asked by what the indexes
    /// hold: the key of the order is organisation and name, and addresses are stored in lower case.
    boolean knows(NetworkId network, LeaderFacts facts) {
        return sql.sql("""
                select exists (select from networks.address
                               where network_id = :network and :email <> '' and email = :email)
                    or exists (select from networks.profile
                               where network_id = :network
                                 and sort_key = lower(:organisation) || chr(1) || lower(:name))
                """)
                .param("network", network.value())
                .param("email", facts.text(Column.EMAIL))
                .param("name", facts.text(Column.NAME))
                .param("organisation", facts.text(Column.ORGANISATION))
                .query(Boolean.class)
                .single();
    }

    void add(ProfileId id, NetworkId network, LeaderFacts facts, Instant now) {
        sql.sql("""
                insert into networks.profile
                    (id, network_id, name, organisation, role_title, sought, sought_place, changed_at)
                values (:id, :network, :name, :organisation, :role, :sought, '', :now)
                """)
                .param("id", id.value())
                .param("network", network.value())
                .param("name", facts.text(Column.NAME))
                .param("organisation", facts.text(Column.ORGANISATION))
                .param("role", facts.text(Column.ROLE_TITLE))
                .param("sought", facts.sought())
                .param("now", Timestamp.from(now))
                .update();
        writeAddress(network, id, facts.text(Column.EMAIL));
    }

    void remove(NetworkId network, ProfileId id) {
        sql.sql("delete from networks.profile where id = :id and network_id = :network and person_id is null")
                .param("id", id.value())
                .param("network", network.value())
                .update();
    }

    /// False where the profile has changed since it was read, by a roster or in another window.
    boolean change(NetworkId network, ProfileId profile, int version, LeaderFacts facts, Instant now) {
        var changed = sql.sql("""
                update networks.profile
                set organisation = :organisation, name = :name, role_title = :role_title, industry = :industry,
                    subindustry = :subindustry, tags = :tags, team_size = cast(nullif(:team_size, '') as integer),
                    stage = :stage, place = :place, country = :country, time_zone = :time_zone,
                    remote = cast(nullif(:remote, '') as boolean), languages = :languages,
                    experience_years = cast(nullif(:experience_years, '') as integer), has_done = :has_done,
                    aims = :aims, sought = :sought, sought_place = :sought_place,
                    version = version + 1, changed_at = :now
                where id = :id and network_id = :network and version = :version
                  and (person_id = tenancy.me() or person_id is null)
                """)
                .param("organisation", facts.text(Column.ORGANISATION))
                .param("name", facts.text(Column.NAME))
                .param("role_title", facts.text(Column.ROLE_TITLE))
                .param("industry", facts.text(Column.INDUSTRY))
                .param("subindustry", facts.text(Column.SUBINDUSTRY))
                .param("tags", facts.text(Column.TAGS))
                .param("team_size", facts.text(Column.TEAM_SIZE))
                .param("stage", facts.text(Column.STAGE))
                .param("place", facts.text(Column.PLACE))
                .param("country", facts.text(Column.COUNTRY))
                .param("time_zone", facts.text(Column.TIME_ZONE))
                .param("remote", facts.text(Column.REMOTE))
                .param("languages", facts.text(Column.LANGUAGES))
                .param("experience_years", facts.text(Column.EXPERIENCE_YEARS))
                .param("has_done", facts.text(Column.HAS_DONE))
                .param("aims", facts.text(Column.AIMS))
                .param("sought", facts.sought())
                .param("sought_place", facts.soughtPlace())
                .param("now", Timestamp.from(now))
                .param("id", profile.value())
                .param("network", network.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            return false;
        }
        writeAddress(network, profile, facts.text(Column.EMAIL));
        return true;
    }

    private void writeAddress(NetworkId network, ProfileId profile, String email) {
        if (email.isEmpty()) {
            sql.sql("delete from networks.address where profile_id = :profile")
                    .param("profile", profile.value())
                    .update();
            return;
        }
        sql.sql("""
                insert into networks.address (profile_id, network_id, person_id, email)
                select id, network_id, person_id, :email from networks.profile
                where id = :profile and network_id = :network
                on conflict (profile_id) do update set email = excluded.email
                """)
                .param("profile", profile.value())
                .param("network", network.value())
                .param("email", email)
                .update();
    }

    private static Profile profile(ResultSet row, int number) throws SQLException {
        var values = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            var text = row.getString(column.key());
            values.put(column, text == null ? "" : text);
        }
        return new Profile(
                new ProfileId(row.getObject("id", UUID.class)),
                new LeaderFacts(values),
                row.getBoolean("taken"),
                row.getBoolean("own"),
                row.getInt("version"));
    }
}
