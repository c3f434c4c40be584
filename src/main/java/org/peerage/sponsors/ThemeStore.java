package org.peerage.sponsors;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Themes, for the group; those agreed, as the program `sponsors`, for the page.
@Component
class ThemeStore {

    private final JdbcClient sql;

    ThemeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// False: it was there already.
    boolean ask(Circle circle, UUID id, String words, Instant now) {
        return sql.sql("""
                        insert into sponsors.theme (id, group_id, network_id, words, state, asked_by, asked_at)
                        values (:id, :group, :network, :words, 'asked', tenancy.me(), :now) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("group", circle.id().value())
                        .param("network", circle.network().value())
                        .param("words", words)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// The latest first.
    List<Theme> in(GroupId group) {
        return sql.sql("""
                select id, words, state, asked_at from sponsors.theme where group_id = :group order by asked_at desc, id
                """)
                .param("group", group.value())
                .query((row, number) -> new Theme(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        Theme.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    Optional<Theme> find(GroupId group, UUID id) {
        return in(group).stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /// What is shown, in an order that says nothing of when or by whom.
    List<String> shown(Sponsored what) {
        return sql.sql("""
                select words from sponsors.theme
                where network_id = :network and (cast(:group as uuid) is null or group_id = :group) and state = 'agreed'
                order by lower(words), id
                """)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .query((row, number) -> row.getString("words"))
                .list();
    }

    void move(GroupId group, UUID id, Theme.State from, Theme.State to, Instant now) {
        sql.sql("""
                update sponsors.theme set state = :to, settled_at = :now
                where group_id = :group and id = :id and state = :from
                """)
                .param("to", to.key())
                .param("now", Timestamp.from(now))
                .param("group", group.value())
                .param("id", id)
                .param("from", from.key())
                .update();
    }
}
