package org.peerage.scheduling.feeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has a calendar address, and what it gives.
@Component
class FeedStore {

    private static final String FEEDS = "select person_id, names, language, made_at, read_at from scheduling.feed ";

    private final JdbcClient sql;

    FeedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param names whether entries say which group meets
    /// @param readAt when a calendar last asked; null until one has
    record Feed(
            PersonId person,
            boolean names,
            Locale language,
            Instant madeAt,
            @Nullable Instant readAt) {}

    Optional<Feed> mine() {
        return sql.sql(FEEDS + "where person_id = :me")
                .param("me", Acting.me().value())
                .query((row, number) -> feed(row))
                .optional();
    }

    /// Answers only to the program that gives calendars away.
    Optional<Feed> find(byte[] token) {
        return sql.sql(FEEDS + "where token_hash = :token")
                .param("token", token)
                .query((row, number) -> feed(row))
                .optional();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Feed(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBoolean("names"),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("made_at").toInstant(),
                read == null ? null : read.toInstant());
    }

    void keep(byte[] token, boolean names, Locale language, Instant now) {
        sql.sql("""
                insert into scheduling.feed (person_id, token_hash, names, language, made_at)
                values (:me, :token, :names, :language, :now)
                """)
                .param("me", Acting.me().value())
                .param("token", token)
                .param("names", names)
                .param("language", language.toLanguageTag())
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget() {
        sql.sql("delete from scheduling.feed where person_id = :me")
                .param("me", Acting.me().value())
                .update();
    }

    void read(PersonId person, Instant now) {
        sql.sql("update scheduling.feed set read_at = :now where person_id = :person")
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
