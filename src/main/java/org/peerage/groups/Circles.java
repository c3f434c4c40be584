package org.peerage.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who sits together: what every other module asks about a group, in one query and in the transaction of whoever asks.
/// Row security decides which groups there are.
@Component
public class Circles {

    /// Somebody who left and came back has two seats; the one they sit in comes last and counts.
    private static final String CIRCLES = """
            select g.id, g.network_id, g.name, g.purpose, g.zone, g.smallest, g.target, g.largest, r.room_id, g.opened_at is not null as open,
                   g.id = any (array(select groups.my_overseen())) as convened,
                   g.id = any (array(select groups.my_chaired())) as chaired,
                   g.id = any (array(select groups.my_groups())) as mine,
                   s.person_id, s.name as sitter, s.chair, s.state
            from groups.group g
            left join groups.room r on r.group_id = g.id
            left join groups.seat s on s.group_id = g.id and s.person_id is not null
            where g.id = %s
            order by lower(g.name), g.id, lower(s.name), s.person_id, s.state = 'left' desc
            """;

    private static final String ONE = CIRCLES.formatted(":group");
    private static final String MINE = CIRCLES.formatted("any (array(select groups.my_groups()))");

    /// What still has to come about first.
    private static final String OVERSEEN = CIRCLES.formatted("""
            any (array(select o.id from groups.group o
                       where o.id = any (array(select groups.my_overseen()))
                         and not o.id = any (array(select groups.my_groups()))
                       order by o.opened_at is not null, lower(o.name), o.id
                       limit :most))""");

    private final JdbcClient sql;

    Circles(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Circle> of(GroupId group) {
        return sql.sql(ONE).param("group", group.value()).query(Circles::circles).stream()
                .findFirst();
    }

    /// Only with a room that is open to whoever acts.
    public Optional<Circle> withRoom(GroupId group) {
        return of(group).filter(circle -> circle.room().isPresent());
    }

    /// With the room of those who sit in it, whoever acts among them. To everybody else there is nothing.
    public Circle own(GroupId group) {
        return withRoom(group).filter(Circle::mine).orElseThrow(NotFound::new);
    }

    /// The same for whoever acts in that room themselves: a seat alone is not enough.
    public Circle inside(GroupId group) {
        var circle = own(group);
        if (!circle.inside()) {
            throw new NotFound();
        }
        return circle;
    }

    /// For its convener and its chair.
    public Circle arranged(GroupId group) {
        return of(group).filter(Circle::arranged).orElseThrow(NotFound::new);
    }

    /// For its chair.
    public Circle chaired(GroupId group) {
        return of(group).filter(Circle::chaired).orElseThrow(NotFound::new);
    }

    /// Of those that whoever acts may see.
    public Map<GroupId, String> names(Collection<GroupId> groups) {
        Map<GroupId, String> names = new HashMap<>();
        sql.sql("select id, name from groups.group where id = any (:groups)")
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new GroupId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /// Where whoever acts has a seat, by name.
    public List<Circle> mine() {
        return sql.sql(MINE).query(Circles::circles);
    }

    /// Those of networks that whoever acts convenes, and has no seat in: at most so many, by name, those that are not
    /// open yet before all others.
    public List<Circle> overseen(int atMost) {
        return sql.sql(OVERSEEN).param("most", atMost).query(Circles::circles);
    }

    private static List<Circle> circles(ResultSet rows) throws SQLException {
        var circles = new LinkedHashMap<GroupId, Circle>();
        var people = new LinkedHashMap<GroupId, Map<PersonId, Circle.Sitter>>();
        while (rows.next()) {
            var id = new GroupId(rows.getObject("id", UUID.class));
            var here = people.computeIfAbsent(id, group -> new LinkedHashMap<>());
            if (rows.getObject("person_id") != null) {
                var sitter = sitter(rows);
                here.put(sitter.id(), sitter);
            }
            circles.put(id, circle(id, rows, List.copyOf(here.values())));
        }
        return new ArrayList<>(circles.values());
    }

    private static Circle circle(GroupId id, ResultSet row, List<Circle.Sitter> people) throws SQLException {
        return new Circle(
                id,
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getString("name"),
                row.getString("purpose"),
                ZoneId.of(row.getString("zone")),
                new GroupSize(row.getInt("smallest"), row.getInt("target"), row.getInt("largest")),
                Optional.ofNullable(row.getString("room_id")).map(RoomId::new),
                row.getBoolean("open"),
                roles(row),
                people);
    }

    private static Set<Circle.Role> roles(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Circle.Role.class);
        if (row.getBoolean("convened")) {
            roles.add(Circle.Role.CONVENER);
        }
        if (row.getBoolean("chaired")) {
            roles.add(Circle.Role.CHAIR);
        }
        if (row.getBoolean("mine")) {
            roles.add(Circle.Role.MEMBER);
        }
        return roles;
    }

    private static Circle.Sitter sitter(ResultSet row) throws SQLException {
        return new Circle.Sitter(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("sitter"),
                row.getBoolean("chair"),
                Circle.Place.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
