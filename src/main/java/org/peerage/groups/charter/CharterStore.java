package org.peerage.groups.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
                insert into groups.charter (group_id, version, template, values, struck)
                values (:group, :version, :template, cast(:values as jsonb), '{}')
                """)
                .param("group", group.value())
                .param("version", draft.version())
                .param("template", edition)
                .param("values", JSON.writeValueAsString(draft.values()))
                .update();
    }

    /// The latest version.
    Optional<Charter> find(GroupId group) {
        return sql.sql("""
                select version, values, struck, words, fixed_at
                from groups.charter where group_id = :group order by version desc limit 1
                """)
                .param("group", group.value())
                .query((row, number) -> charter(row))
                .optional()
                .map(charter -> charter instanceof Charter.Fixed fixed ? withSignatures(group, fixed) : charter);
    }

    private static Charter charter(ResultSet row) throws SQLException {
        var version = row.getInt("version");
        var values = map(JSON.readTree(row.getString("values")));
        var struck = List.of((String[]) row.getArray("struck").getArray());
        var fixed = row.getTimestamp("fixed_at");
        return fixed == null
                ? new Charter.Draft(version, values, struck)
                : new Charter.Fixed(
                        version, values, struck, words(row.getString("words")), fixed.toInstant(), List.of());
    }

    private Charter withSignatures(GroupId group, Charter.Fixed fixed) {
        var signatures = sql.sql("""
                select person_id, name, signed_at from groups.signature
                where group_id = :group and version = :version order by signed_at
                """)
                .param("group", group.value())
                .param("version", fixed.version())
                .query((row, number) -> new Charter.Signature(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("signed_at").toInstant()))
                .list();
        return new Charter.Fixed(
                fixed.version(), fixed.values(), fixed.struck(), fixed.words(), fixed.at(), signatures);
    }

    boolean signed(GroupId group, PersonId person) {
        return sql.sql("""
                select exists (
                    select 1 from groups.signature
                    where group_id = :group and person_id = :person
                      and version = (select max(version) from groups.signature where group_id = :group))
                """)
                .param("group", group.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// False when a signature came in between: nothing was changed then.
    boolean keep(GroupId group, Charter.Draft draft) {
        return sql.sql("""
                        update groups.charter set values = cast(:values as jsonb), struck = :struck
                        where group_id = :group and version = :version and fixed_at is null
                        """)
                        .param("group", group.value())
                        .param("version", draft.version())
                        .param("values", JSON.writeValueAsString(draft.values()))
                        .param("struck", draft.struck().toArray(String[]::new))
                        .update()
                == 1;
    }

    boolean fix(GroupId group, Charter.Fixed fixed) {
        return sql.sql("""
                        update groups.charter set words = :words, fixed_at = :at
                        where group_id = :group and version = :version and fixed_at is null
                        """)
                        .param("group", group.value())
                        .param("version", fixed.version())
                        .param("words", JSON.writeValueAsString(fixed.words()))
                        .param("at", Timestamp.from(fixed.at()))
                        .update()
                == 1;
    }

    void sign(GroupId group, int version, Charter.Signature signature) {
        sql.sql("""
                insert into groups.signature (group_id, version, person_id, name, signed_at)
                values (:group, :version, :person, :name, :now)
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
                    clause.path("title").asString(), clause.path("text").asString()));
        }
        return List.copyOf(words);
    }
}
