package org.peerage.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Answers only to the program `mail`.
@Component
class ActLinkStore {

    private final JdbcClient sql;

    ActLinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(byte[] token, ActLinks.Link link, Instant until, Instant now) {
        sql.sql("""
                insert into mail.act_link (token_hash, person_id, act, subject_id, made_at, expires_at)
                values (:token, :person, :act, :subject, :now, :until)
                """)
                .param("token", token)
                .param("person", link.person().value())
                .param("act", link.act())
                .param("subject", link.subject())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    Optional<ActLinks.Link> find(byte[] token, Instant now) {
        return sql.sql("""
                select person_id, act, subject_id from mail.act_link where token_hash = :token and expires_at > :now
                """)
                .param("token", token)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new ActLinks.Link(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("act"),
                        row.getObject("subject_id", UUID.class)))
                .optional();
    }
}
