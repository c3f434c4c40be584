package org.peerage.groups;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the groups agreed, and who signed it.
@Component
class Charters {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final CharterTemplate template = CharterTemplate.shipped();

    Charters(JdbcClient sql, InstantSource clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /// What became of a wish to sign.
    enum Signing {
        SIGNED,
        SIGNED_ALREADY,
        /// The chair signs first: before that the words may still change.
        CHAIR_FIRST,
        /// The version that was read is not the one that is there.
        CHANGED
    }

    CharterTemplate template() {
        return template;
    }

    @Transactional
    void start(GroupId group, Band band) {
        var draft = template.draft(band);
        sql.sql("""
                insert into groups.charter (group_id, version, template, values, struck)
                values (:group, :version, :template, cast(:values as jsonb), '{}')
                """)
                .param("group", group.value())
                .param("version", draft.version())
                .param("template", template.edition())
                .param("values", JSON.writeValueAsString(draft.values()))
                .update();
    }

    /// The latest version.
    @Transactional(readOnly = true)
    Optional<Charter> find(GroupId group) {
        return sql.sql("""
                select version, values, struck, words, fixed_at
                from groups.charter where group_id = :group order by version desc limit 1
                """)
                .param("group", group.value())
                .query((row, number) -> {
                    var version = row.getInt("version");
                    var values = map(JSON.readTree(row.getString("values")));
                    var struck = List.of((String[]) row.getArray("struck").getArray());
                    var fixed = row.getTimestamp("fixed_at");
                    return fixed == null
                            ? (Charter) new Charter.Draft(version, values, struck)
                            : new Charter.Fixed(
                                    version,
                                    values,
                                    struck,
                                    words(row.getString("words")),
                                    fixed.toInstant(),
                                    List.of());
                })
                .optional()
                .map(charter -> charter instanceof Charter.Fixed fixed ? withSignatures(group, fixed) : charter);
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

    /// Has this person signed the version in force?
    @Transactional(readOnly = true)
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
    @Transactional
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

    /// Signs as the acting person. The chair's signature fixes the words; everybody else signs fixed words only.
    @Transactional
    Signing sign(Group group, Seat seat, int version) {
        var charter = find(group.id()).orElseThrow();
        if (charter.version() != version) {
            return Signing.CHANGED;
        }
        switch (charter) {
            case Charter.Draft draft -> {
                if (!group.chaired()) {
                    return Signing.CHAIR_FIRST;
                }
                if (!fix(group.id(), draft.fix(template, group.name(), group.purpose(), clock.instant()))) {
                    return Signing.CHANGED;
                }
            }
            case Charter.Fixed fixed -> {
                if (fixed.signedBy(Acting.me())) {
                    return Signing.SIGNED_ALREADY;
                }
            }
        }
        var now = clock.instant();
        sql.sql("""
                insert into groups.signature (group_id, version, person_id, name, signed_at)
                values (:group, :version, :person, :name, :now)
                on conflict do nothing
                """)
                .param("group", group.id().value())
                .param("version", version)
                .param("person", Acting.me().value())
                .param("name", seat.name())
                .param("now", Timestamp.from(now))
                .update();
        events.publishEvent(new CharterSigned(group.id(), version, Acting.me(), now));
        return Signing.SIGNED;
    }

    private boolean fix(GroupId group, Charter.Fixed fixed) {
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
