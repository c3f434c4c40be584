package org.peerage.selection.gaps;

import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the directory says of those who sit in a group, and who of it could be asked.
@Component
class GapStore {

    /// So many are looked at who have done something: some of them sit here, or compete with somebody who does.
    private static final int MOST_LOOKED_AT = 500;

    private final JdbcClient sql;

    GapStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Facet.Member> members(GroupId group) {
        return sql.sql("""
                select coalesce(p.industry, '') as industry, coalesce(p.stage, '') as stage,
                       coalesce(p.team_size, 0) as team_size, coalesce(p.place, '') as place,
                       coalesce(p.role_title, '') as role_title, coalesce(p.has_done, '') as has_done,
                       coalesce(p.aims, '') as aims
                from groups.shared_seat s left join networks.shared_profile p on p.id = s.profile_id
                where s.group_id = :group and s.state in ('accepted', 'in-room')
                """)
                .param("group", group.value())
                .query((row, number) -> new Facet.Member(
                        row.getString("industry"),
                        row.getString("stage"),
                        row.getInt("team_size"),
                        row.getString("place"),
                        row.getString("role_title"),
                        Facet.words(row.getString("has_done")),
                        Facet.words(row.getString("aims"))))
                .list();
    }

    /// The first who have it, neither in the group nor named for it, and in no narrow industry of somebody who sits
    /// here.
    List<ProfileId> having(Circle circle, Facet.Kind kind, String value, int most) {
        var condition = switch (kind) {
            case INDUSTRY -> "p.industry = :value";
            case STAGE -> "p.stage = :value";
            case PLACE -> "p.place = :value";
            case EXPERIENCE ->
                "p.id = any (cast((select networks.having_done(:network, :value, " + MOST_LOOKED_AT + ")) as uuid[]))";
            case SIZE, ROLE -> "false and :value = ''";
        };
        return sql.sql("""
                select p.id from networks.shared_profile p
                where p.network_id = :network and %s
                  and p.id not in (select s.profile_id from groups.shared_seat s
                                   where s.group_id = :group and s.state <> 'left')
                  and not exists (select from selection.prospect c
                                  where c.group_id = :group and c.profile_id = p.id and c.standing <> 'member')
                  and (p.subindustry = '' or p.subindustry not in
                       (select o.subindustry from groups.shared_seat s
                        join networks.shared_profile o on o.id = s.profile_id
                        where s.group_id = :group and s.state <> 'left'))
                order by p.organisation, p.id limit :most
                """.formatted(condition))
                .param("network", circle.network().value())
                .param("group", circle.id().value())
                .param("value", value)
                .param("most", most)
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list();
    }
}
