package org.peerage.identity;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often something was tried in a stretch of time, by a hash of what it was and of who tried.
@Component
class AttemptStore {

    private final JdbcClient sql;

    AttemptStore(JdbcClient sql) {
        this.sql = sql;
    }

    void forgetBefore(Instant old) {
        sql.sql("delete from identity.attempt where stretch < :old")
                .param("old", Timestamp.from(old))
                .update();
    }

    /// How many they are with this one.
    int count(byte[] bucket, Instant stretch) {
        return sql.sql("""
                insert into identity.attempt (bucket, stretch, tries) values (:bucket, :stretch, 1)
                on conflict (bucket, stretch) do update set tries = attempt.tries + 1
                returning tries
                """)
                .param("bucket", bucket)
                .param("stretch", Timestamp.from(stretch))
                .query(Integer.class)
                .single();
    }
}
