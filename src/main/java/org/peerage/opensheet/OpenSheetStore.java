package org.peerage.opensheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which groups show themselves, who may be named there, and what of their members goes into a number.
@Component
class OpenSheetStore {

    private static final int MOST_LISTED = 200;

    private static final String SHEETS = """
            select group_id, network_id, token, listed, published_by, published_at from opensheet.sheet
            """;

    private final JdbcClient sql;

    OpenSheetStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of one who sits in the group; empty or 0 where the directory does not say.
    record Trade(String industry, int teamSize) {}

    Optional<OpenSheet> of(GroupId group) {
        return sql.sql(SHEETS + "where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> sheet(row))
                .optional();
    }

    /// Answers to the program that shows sheets.
    Optional<OpenSheet> find(String token) {
        return sql.sql(SHEETS + "where token = :token")
                .param("token", token)
                .query((row, number) -> sheet(row))
                .optional();
    }

    /// The same.
    List<OpenSheet> listed(NetworkId network) {
        return sql.sql(SHEETS + "where network_id = :network and listed order by published_at desc limit :most")
                .param("network", network.value())
                .param("most", MOST_LISTED)
                .query((row, number) -> sheet(row))
                .list();
    }

    private OpenSheet sheet(ResultSet row) throws SQLException {
        var group = new GroupId(row.getObject("group_id", UUID.class));
        return new OpenSheet(
                group,
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getString("token"),
                row.getBoolean("listed"),
                new PersonId(row.getObject("published_by", UUID.class)),
                row.getTimestamp("published_at").toInstant(),
                named(group));
    }

    Set<PersonId> named(GroupId group) {
        return sql.sql("select person_id from opensheet.consent where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    void publish(OpenSheet sheet) {
        sql.sql("""
                insert into opensheet.sheet (group_id, network_id, token, listed, published_by, published_at)
                values (:group, :network, :token, :listed, :by, :at)
                on conflict (group_id) do update
                set token = :token, listed = :listed, published_by = :by, published_at = :at
                """)
                .param("group", sheet.group().value())
                .param("network", sheet.network().value())
                .param("token", sheet.token())
                .param("listed", sheet.listed())
                .param("by", sheet.publishedBy().value())
                .param("at", Timestamp.from(sheet.publishedAt()))
                .update();
    }

    void takeBack(GroupId group) {
        sql.sql("delete from opensheet.sheet where group_id = :group")
                .param("group", group.value())
                .update();
    }

    void agree(GroupId group, Instant at) {
        sql.sql("""
                insert into opensheet.consent (group_id, person_id, at) values (:group, :me, :at)
                on conflict (group_id, person_id) do nothing
                """)
                .param("group", group.value())
                .param("me", Acting.me().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void agreeNoMore(GroupId group) {
        sql.sql("delete from opensheet.consent where group_id = :group and person_id = :me")
                .param("group", group.value())
                .param("me", Acting.me().value())
                .update();
    }

    List<Trade> trades(GroupId group) {
        return sql.sql("""
                select coalesce(p.industry, '') as industry, coalesce(p.team_size, 0) as team_size
                from groups.shared_seat s join networks.shared_profile p on p.id = s.profile_id
                where s.group_id = :group and s.state in ('accepted', 'in-room')
                """)
                .param("group", group.value())
                .query((row, number) -> new Trade(row.getString("industry"), row.getInt("team_size")))
                .list();
    }
}
