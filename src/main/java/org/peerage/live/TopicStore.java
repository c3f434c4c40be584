package org.peerage.live;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TopicStore {

    static final String CHANNEL = "live";

    /// The first word of what is told: a topic has changed, or a person is let out.
    static final String AT = "at";

    static final String OUT = "out";

    private final JdbcClient sql;

    TopicStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Topic topic, UUID audience) {
        sql.sql("insert into live.topic (id, module, audience_id) values (:id, :module, :audience)")
                .param("id", topic.id())
                .param("module", topic.module())
                .param("audience", audience)
                .update();
    }

    /// False: not there, or not for whoever acts.
    boolean lock(Topic topic) {
        return sql.sql("select n from live.topic where id = :id for update")
                .param("id", topic.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean has(Topic topic, UUID request) {
        return sql.sql("select exists (select from live.event where topic_id = :id and request = :request)")
                .param("id", topic.id())
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /// Takes the row as [#lock] does. Empty: not there, or not for whoever acts.
    Optional<Long> advance(Topic topic, Instant at) {
        return sql.sql("update live.topic set n = n + 1, changed_at = :at where id = :id returning n")
                .param("id", topic.id())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    void append(
            Topic topic,
            long n,
            String what,
            @Nullable PersonId actor,
            @Nullable UUID subject,
            UUID request,
            Instant at) {
        sql.sql("""
                insert into live.event (topic_id, n, what, actor_id, subject_id, request, at)
                values (:topic, :n, :what, :actor, :subject, :request, :at)
                """)
                .param("topic", topic.id())
                .param("n", n)
                .param("what", what)
                .param("actor", actor == null ? null : actor.value())
                .param("subject", subject)
                .param("request", request)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// All nodes hear it when the transaction commits.
    void tell(String words) {
        sql.sql("select pg_notify(:channel, :words)")
                .param("channel", CHANNEL)
                .param("words", words)
                .query()
                .listOfRows();
    }

    Map<UUID, Long> heads(Collection<UUID> topics) {
        var heads = new HashMap<UUID, Long>();
        sql.sql("select id, n from live.topic where id = any (string_to_array(:ids, ',')::uuid[])")
                .param("ids", joined(topics))
                .query(row -> {
                    heads.put(row.getObject("id", UUID.class), row.getLong("n"));
                });
        return heads;
    }

    void seen(Map<UUID, Set<PersonId>> following, Instant at) {
        var topics = new ArrayList<UUID>();
        var people = new ArrayList<PersonId>();
        following.forEach((topic, who) -> who.forEach(person -> {
            topics.add(topic);
            people.add(person);
        }));
        sql.sql("""
                insert into live.presence (topic_id, person_id, seen_at)
                select t.id, f.person, :at
                from unnest(string_to_array(:topics, ',')::uuid[],
                            string_to_array(:people, ',')::uuid[]) as f (topic, person)
                join live.topic t on t.id = f.topic
                on conflict (topic_id, person_id) do update set seen_at = excluded.seen_at
                """)
                .param("at", Timestamp.from(at))
                .param("topics", joined(topics))
                .param("people", joined(people))
                .update();
    }

    private static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
