package org.peerage.doors;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tokens, by their hashes.
@Component
class TokenStore {

    private static final String TOKENS =
            "select id, person_id, name, scopes, made_at, expires_at, used_at from doors.token ";

    private final JdbcClient sql;

    TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param usedAt to the minute; null until a program has come with it
    record Held(
            UUID id,
            PersonId person,
            String name,
            Set<TokenScope> scopes,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {

        Held {
            scopes = Set.copyOf(scopes);
        }

        /// In the order in which they are always named.
        List<TokenScope> inOrder() {
            return Arrays.stream(TokenScope.values()).filter(scopes::contains).toList();
        }
    }

    List<Held> mine() {
        return sql.sql(TOKENS + "where person_id = :me order by made_at, id")
                .param("me", Acting.me().value())
                .query((row, number) -> held(row))
                .list();
    }

    /// Answers only to the program that lets tokens in.
    Optional<Held> find(byte[] hash, Instant now) {
        return sql.sql(TOKENS + "where token_hash = :hash and expires_at > :now")
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, number) -> held(row))
                .optional();
    }

    /// Waits for whoever makes one for the same person at the same moment, so that the most holds.
    int countMine() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('doors.token ' || :me, 0))")
                .param("me", Acting.me().toString())
                .query()
                .listOfRows();
        return sql.sql("select count(*) from doors.token where person_id = :me")
                .param("me", Acting.me().value())
                .query(Integer.class)
                .single();
    }

    void keep(UUID id, byte[] hash, TokenForm.Wish wish, Instant now, Instant until) {
        sql.sql("""
                insert into doors.token (id, person_id, name, scopes, token_hash, made_at, expires_at)
                values (:id, :me, :name, :scopes, :hash, :now, :until)
                """)
                .param("id", id)
                .param("me", Acting.me().value())
                .param("name", wish.name())
                .param("scopes", wish.scopes().stream().map(TokenScope::word).toArray(String[]::new))
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    void used(UUID id, Instant now) {
        sql.sql("update doors.token set used_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean end(UUID id) {
        return sql.sql("delete from doors.token where id = :id and person_id = :me")
                        .param("id", id)
                        .param("me", Acting.me().value())
                        .update()
                == 1;
    }

    List<UUID> endAll(PersonId person) {
        return sql.sql("delete from doors.token where person_id = :person returning id")
                .param("person", person.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Held(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                scopes(row.getArray("scopes")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    /// What a later program has written and this one does not know gives nothing.
    private static Set<TokenScope> scopes(Array words) throws SQLException {
        var scopes = EnumSet.noneOf(TokenScope.class);
        for (var word : (String[]) words.getArray()) {
            TokenScope.of(word).ifPresent(scopes::add);
        }
        return scopes;
    }
}
