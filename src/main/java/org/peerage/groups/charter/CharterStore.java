package org.peerage.groups.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rows of the charters and of their signatures.
@Component
class CharterStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;

    CharterStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(GroupId group, Charter.Draft draft, String edition) {
        sql.sql("""
                insert into groups.charter (group_id, version, template, values, struck, own, added)
                values (:group, :version, :template, cast(:values as jsonb), :struck, cast(:own as jsonb),
                        cast(:added as jsonb))
                """)
                .param("group", group.value())
                .param("version", draft.version())
                .param("template", edition)
                .param("values", JSON.writeValueAsString(draft.values()))
                .param("struck", draft.struck().toArray(String[]::new))
                .param("own", JSON.writeValueAsString(draft.wording().own()))
                .param("added", JSON.writeValueAsString(draft.wording().added()))
                .update();
    }

    /// The version in force; before there is one, the draft of the first.
    Optional<Charter> find(GroupId group) {
        return find(group, """
                order by in_force_at is not null desc, version desc limit 1
                """);
    }

    /// The version that may follow the one in force: the chair's draft, or what the chair has put to the group.
    Optional<Charter> change(GroupId group) {
        return find(group, """
                and version > 1 and in_force_at is null and declined_at is null order by version desc limit 1
                """);
    }

    private Optional<Charter> find(GroupId group, String which) {
        return sql.sql("""
                select version, values, struck, own, added, words, fixed_at,
                       (select coalesce(json_agg(s order by s.signed_at), '[]') from groups.signature s
                        where s.group_id = c.group_id and s.version = c.version) as signatures
                from groups.charter c where group_id = :group
                """ + which)
                .param("group", group.value())
                .query((row, number) -> charter(row))
                .optional();
    }

    private static Charter charter(ResultSet row) throws SQLException {
        var version = row.getInt("version");
        var values = map(JSON.readTree(row.getString("values")));
        var wording = new Wording(
                List.of((String[]) row.getArray("struck").getArray()),
                map(JSON.readTree(row.getString("own"))),
                words(row.getString("added")));
        var fixed = row.getTimestamp("fixed_at");
        return fixed == null
                ? new Charter.Draft(version, values, wording)
                : new Charter.Fixed(
                        version,
                        values,
                        wording,
                        words(row.getString("words")),
                        fixed.toInstant(),
                        signatures(JSON.readTree(row.getString("signatures"))));
    }

    private static List<Charter.Signature> signatures(JsonNode rows) {
        return rows.valueStream()
                .map(one -> new Charter.Signature(
                        new PersonId(UUID.fromString(one.path("person_id").asString())),
                        one.path("name").asString(),
                        OffsetDateTime.parse(one.path("signed_at").asString()).toInstant()))
                .toList();
    }

    /// How somebody stands to the version in force; empty while there is none.
    Optional<Standing> standing(GroupId group, PersonId person) {
        return sql.sql("""
                select coalesce(c.values ->> 'reviewMonths', '12') as months,
                       coalesce(c.values ->> 'chairMonths', '12') as chair_months,
                       (select g.chair_since from groups.group g where g.id = c.group_id) as chair_since,
                       (select max(s.signed_at) from groups.signature s
                        where s.group_id = c.group_id and s.version = c.version and s.person_id = :person) as signed_at
                from groups.charter c
                where c.group_id = :group and c.in_force_at is not null order by c.version desc limit 1
                """)
                .param("group", group.value())
                .param("person", person.value())
                .query((row, number) -> new Standing(
                        Integer.parseInt(row.getString("months")),
                        Optional.ofNullable(row.getTimestamp("signed_at")).map(Timestamp::toInstant),
                        Integer.parseInt(row.getString("chair_months")),
                        Optional.ofNullable(row.getTimestamp("chair_since")).map(Timestamp::toInstant)))
                .optional();
    }

    boolean signed(GroupId group, PersonId person) {
        return sql.sql("""
                select exists (
                    select 1 from groups.signature
                    where group_id = :group and person_id = :person
                      and version = (select max(version) from groups.charter
                                     where group_id = :group and in_force_at is not null))
                """)
                .param("group", group.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// False when a signature came in between: nothing was changed then.
    boolean keep(GroupId group, Charter.Draft draft) {
        return sql.sql("""
                        update groups.charter
                        set values = cast(:values as jsonb), struck = :struck, own = cast(:own as jsonb),
                            added = cast(:added as jsonb)
                        where group_id = :group and version = :version and fixed_at is null
                        """)
                        .param("group", group.value())
                        .param("version", draft.version())
                        .param("values", JSON.writeValueAsString(draft.values()))
                        .param("struck", draft.struck().toArray(String[]::new))
                        .param("own", JSON.writeValueAsString(draft.wording().own()))
                        .param("added", JSON.writeValueAsString(draft.wording().added()))
                        .update()
                == 1;
    }

    boolean fix(GroupId group, Charter.Fixed fixed) {
        return sql.sql("""
                        update groups.charter
                        set words = :words, fixed_at = :at
                        where group_id = :group and version = :version and fixed_at is null
                        """)
                        .param("group", group.value())
                        .param("version", fixed.version())
                        .param("words", JSON.writeValueAsString(fixed.words()))
                        .param("at", Timestamp.from(fixed.at()))
                        .update()
                == 1;
    }

    /// As the program `groups.seating`: no one person does it once a room is open.
    boolean putInForce(GroupId group, int version, Instant at) {
        return sql.sql("""
                update groups.charter set in_force_at = :at
                where group_id = :group and version = :version and in_force_at is null
                """)
                        .param("at", Timestamp.from(at))
                        .param("group", group.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /// The group is as large as its charter says.
    void size(GroupId group, int smallest, int largest) {
        sql.sql("""
                update groups.group
                set smallest = :smallest, largest = :largest, target = greatest(:smallest, least(target, :largest))
                where id = :group
                """)
                .param("smallest", smallest)
                .param("largest", largest)
                .param("group", group.value())
                .update();
    }

    /// What a group has decided against keeps its number.
    int nextVersion(GroupId group) {
        return sql.sql("select max(version) + 1 from groups.charter where group_id = :group")
                .param("group", group.value())
                .query(Integer.class)
                .single();
    }

    /// As the program `groups.seating`.
    void decline(GroupId group, int version, Instant at) {
        sql.sql("update groups.charter set declined_at = :at where group_id = :group and version = :version")
                .param("at", Timestamp.from(at))
                .param("group", group.value())
                .param("version", version)
                .update();
    }

    void withdraw(GroupId group, int version) {
        sql.sql("delete from groups.charter where group_id = :group and version = :version and in_force_at is null")
                .param("group", group.value())
                .param("version", version)
                .update();
    }

    void sign(GroupId group, int version, Charter.Signature signature) {
        sql.sql("""
                insert into groups.signature (group_id, version, person_id, name, signed_at, signed_on)
                values (:group, :version, :person, :name, :now, cast(cast(:now as timestamptz) at time zone 'UTC' as date))
                on conflict do nothing
                """)
                .param("group", group.value())
                .param("version", version)
                .param("person", signature.person().value())
                .param("name", signature.name())
                .param("now", Timestamp.from(signature.at()))
                .update();
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
        return map;
    }

    private static List<Clause.Written> words(@Nullable String json) {
        var words = new ArrayList<Clause.Written>();
        for (var clause : JSON.readTree(json == null ? "[]" : json)) {
            words.add(new Clause.Written(
                    clause.path("id").asString(""),
                    clause.path("title").asString(),
                    clause.path("text").asString()));
        }
        return List.copyOf(words);
    }
}
