package org.peerage.processing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where groups are, and what was written down. Each statement runs in the transaction of an operation.
@Component
class ProcessingStore {

    private final JdbcClient sql;

    ProcessingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// That a text was written down, and which.
    record Written(String kind, PersonId author, UUID record) {}

    Processing find(Subject subject) {
        return sql.sql("select step, ends_at, ended_at from processing.processing where id = :id")
                .param("id", subject.id().value())
                .query((row, number) -> row.getTimestamp("ended_at") == null
                        ? new Processing.AtStep(
                                subject.protocol(),
                                Math.min(
                                        row.getInt("step"),
                                        subject.protocol().steps().size() - 1),
                                row.getTimestamp("ends_at").toInstant())
                        : new Processing.Ended(subject.protocol()))
                .optional()
                .orElseGet(() -> new Processing.NotBegun(subject.protocol()));
    }

    /// Where something stands that is being worked on, whatever it is.
    record Standing(String module, String protocol, GroupId group, int step, Instant endsAt) {}

    Optional<Standing> underWay(ProcessingId id) {
        return sql.sql("""
                select module, protocol, group_id, step, ends_at from processing.processing
                where id = :id and ended_at is null
                """)
                .param("id", id.value())
                .query((row, number) -> new Standing(
                        row.getString("module"),
                        row.getString("protocol"),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getInt("step"),
                        row.getTimestamp("ends_at").toInstant()))
                .optional();
    }

    boolean has(ProcessingId id, UUID request) {
        return sql.sql("""
                select exists (select 1 from processing.act where processing_id = :id and request = :request)
                """)
                .param("id", id.value())
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /// False when somebody else has begun it meanwhile.
    boolean begin(String module, Subject subject, Processing.AtStep first, Instant now) {
        return sql.sql("""
                        insert into processing.processing
                            (id, module, thing_id, group_id, protocol, step, begun_at, ends_at)
                        values (:id, :module, :thing, :group, :protocol, :step, :now, :ends) on conflict do nothing
                        """)
                        .param("id", subject.id().value())
                        .param("module", module)
                        .param("thing", subject.thing())
                        .param("group", subject.group().value())
                        .param("protocol", subject.protocol().key())
                        .param("step", first.number())
                        .param("now", Timestamp.from(now))
                        .param("ends", Timestamp.from(first.endsAt()))
                        .update()
                == 1;
    }

    /// False when it is no longer at the step that the rules have decided from.
    boolean move(ProcessingId id, int from, Processing.AtStep to, Instant now) {
        return sql.sql("""
                        update processing.processing set step = :to, begun_at = :now, ends_at = :ends
                        where id = :id and step = :from and ended_at is null
                        """)
                        .param("to", to.number())
                        .param("now", Timestamp.from(now))
                        .param("ends", Timestamp.from(to.endsAt()))
                        .param("id", id.value())
                        .param("from", from)
                        .update()
                == 1;
    }

    boolean end(ProcessingId id, int step, Instant now) {
        return sql.sql("""
                        update processing.processing set ended_at = :now
                        where id = :id and step = :step and ended_at is null
                        """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void add(Subject subject, UUID request, PersonId actor, String act, int step, Instant now) {
        sql.sql("""
                insert into processing.act (processing_id, request, thing_id, group_id, actor_id, act, step, at)
                values (:id, :request, :thing, :group, :actor, :act, :step, :now)
                """)
                .param("id", subject.id().value())
                .param("request", request)
                .param("thing", subject.thing())
                .param("group", subject.group().value())
                .param("actor", actor.value())
                .param("act", act)
                .param("step", step)
                .param("now", Timestamp.from(now))
                .update();
    }

    void write(Subject subject, SubjectKind.Text text, UUID record, PersonId author, int step, Instant now) {
        sql.sql("""
                insert into processing.capture
                    (record_id, processing_id, thing_id, group_id, kind, single, author_id, step, at)
                values (:record, :id, :thing, :group, :kind, :single, :author, :step, :now)
                """)
                .param("record", record)
                .param("id", subject.id().value())
                .param("thing", subject.thing())
                .param("group", subject.group().value())
                .param("kind", text.kind())
                .param("single", !text.many())
                .param("author", author.value())
                .param("step", step)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// The one text of this kind that was written about it.
    Optional<UUID> single(UUID thing, String kind) {
        return sql.sql("select record_id from processing.capture where thing_id = :thing and kind = :kind and single")
                .param("thing", thing)
                .param("kind", kind)
                .query(UUID.class)
                .optional();
    }

    List<Written> written(UUID thing) {
        return sql.sql("""
                select kind, author_id, record_id from processing.capture
                where thing_id = :thing order by at, record_id
                """)
                .param("thing", thing)
                .query((row, number) -> new Written(
                        row.getString("kind"),
                        new PersonId(row.getObject("author_id", UUID.class)),
                        row.getObject("record_id", UUID.class)))
                .list();
    }
}
