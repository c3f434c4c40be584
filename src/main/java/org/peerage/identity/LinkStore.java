package org.peerage.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of personal links: those that let somebody in, and those that let somebody sign in again.
@Component
class LinkStore {

    private final JdbcClient sql;

    LinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param token its hash, as is `browser`: what they are hashed from is in one browser each
    void insert(
            UUID id,
            byte[] token,
            PersonalLinks.Wanted wanted,
            byte @Nullable [] browser,
            Optional<PersonId> by,
            Instant now) {
        sql.sql("""
                insert into identity.personal_link
                    (id, token_hash, kind, subject, person_id, suggested_name, afterwards, issued_by, issued_at,
                     expires_at, issuer_name, browser_hash)
                values (:id, :hash, :kind, :subject, :person, :name, :afterwards, :by, :now, :expires, :issuer, :browser)
                """)
                .param("id", id)
                .param("hash", token)
                .param("kind", wanted.kind())
                .param("subject", wanted.subject())
                .param("person", wanted.person().value())
                .param("name", wanted.suggestedName())
                .param("afterwards", wanted.afterwards())
                .param("by", by.map(PersonId::value).orElse(null))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(wanted.lifetime())))
                .param("issuer", wanted.issuer())
                .param("browser", browser)
                .update();
    }

    Optional<PersonalLinks.Link> find(byte[] token, Instant now) {
        return sql.sql("""
                select id, kind, subject, person_id, suggested_name, afterwards, browser_hash, issued_by
                from identity.personal_link
                where token_hash = :hash and used_at is null and revoked_at is null and expires_at > :now
                """)
                .param("hash", token)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new PersonalLinks.Link(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("suggested_name"),
                        row.getString("afterwards"),
                        Optional.ofNullable(row.getBytes("browser_hash")).map(PersonalLinks::base64),
                        Optional.ofNullable(row.getObject("issued_by", UUID.class))
                                .map(PersonId::new)))
                .optional();
    }

    /// True for exactly one caller, however many try at once.
    boolean use(UUID id, Instant now) {
        return sql.sql("""
                        update identity.personal_link set used_at = :now
                        where id = :id and used_at is null and revoked_at is null and expires_at > :now
                        """).param("id", id).param("now", Timestamp.from(now)).update() == 1;
    }

    void revoke(UUID id, Instant now) {
        sql.sql("update identity.personal_link set revoked_at = :now where id = :id and used_at is null")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /// Those of the same hand that were made for somebody before.
    void revokeEarlier(PersonId person, Instant now) {
        sql.sql("""
                update identity.personal_link set revoked_at = :now
                where kind = 'sign-in' and person_id = :person and issued_by = tenancy.me()
                  and used_at is null and revoked_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("person", person.value())
                .update();
    }

    /// Made by the acting person.
    List<SignInLinks.Outstanding> outstanding(Instant now) {
        return sql.sql("""
                select id, suggested_name, issued_at, expires_at from identity.personal_link
                where kind = 'sign-in' and issued_by = tenancy.me()
                  and used_at is null and revoked_at is null and expires_at > :now
                order by issued_at desc
                """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new SignInLinks.Outstanding(
                        row.getObject("id", UUID.class),
                        row.getString("suggested_name"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /// Made for the acting person since then.
    List<SignInLinks.ForMe> forMe(Instant now, Instant old) {
        return sql.sql("""
                select id, issued_by, issuer_name, browser_hash, issued_at, expires_at, used_at, revoked_at
                from identity.personal_link
                where kind = 'sign-in' and person_id = tenancy.me() and issued_at > :old
                order by issued_at desc, id desc limit 20
                """)
                .param("old", Timestamp.from(old))
                .query((row, number) -> forMe(row, now))
                .list();
    }

    private static SignInLinks.ForMe forMe(ResultSet row, Instant now) throws SQLException {
        var origin = row.getObject("issued_by", UUID.class) != null
                ? SignInLinks.Origin.PERSON
                : row.getBytes("browser_hash") != null ? SignInLinks.Origin.MAIL : SignInLinks.Origin.CONSOLE;
        var until = row.getTimestamp("expires_at").toInstant();
        var used = row.getTimestamp("used_at");
        var revoked = row.getTimestamp("revoked_at");
        var state = used != null
                ? SignInLinks.State.USED
                : revoked != null
                        ? SignInLinks.State.REVOKED
                        : until.isAfter(now) ? SignInLinks.State.OPEN : SignInLinks.State.EXPIRED;
        return new SignInLinks.ForMe(
                row.getObject("id", UUID.class),
                origin,
                row.getString("issuer_name"),
                row.getTimestamp("issued_at").toInstant(),
                state,
                instant(used, instant(revoked, until)));
    }

    private static Instant instant(@Nullable Timestamp given, Instant otherwise) {
        return given == null ? otherwise : given.toInstant();
    }

    void revokeSignIn(UUID id, PersonId me, Instant now) {
        sql.sql("""
                update identity.personal_link set revoked_at = :now
                where id = :id and kind = 'sign-in' and used_at is null and revoked_at is null
                  and (issued_by = :me or person_id = :me)
                """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("me", me.value())
                .update();
    }
}
