package org.peerage.identity.openid;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose account at a provider is whose here.
@Component
class ProviderLinkStore {

    private final JdbcClient sql;

    ProviderLinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// As its owner sees it.
    record Connected(String issuer, String shownAs, Instant since, Optional<Instant> used) {}

    List<Connected> of(PersonId person) {
        return sql.sql("""
                select issuer, shown_as, connected_at, used_at from identity.provider_link
                where person_id = :person order by connected_at, issuer
                """)
                .param("person", person.value())
                .query((row, number) -> new Connected(
                        row.getString("issuer"),
                        row.getString("shown_as"),
                        row.getTimestamp("connected_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant)))
                .list();
    }

    Optional<PersonId> find(Account account) {
        return sql.sql("select person_id from identity.provider_link where issuer = :issuer and subject = :subject")
                .param("issuer", account.issuer())
                .param("subject", account.subject())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    void used(Account account, Instant now) {
        sql.sql("update identity.provider_link set used_at = :now where issuer = :issuer and subject = :subject")
                .param("now", Timestamp.from(now))
                .param("issuer", account.issuer())
                .param("subject", account.subject())
                .update();
    }

    /// False: the account is somebody's already, or they have another one there.
    boolean connect(PersonId person, Account account, Instant now) {
        return sql.sql("""
                        insert into identity.provider_link (issuer, subject, person_id, shown_as, connected_at)
                        values (:issuer, :subject, :person, :shownAs, :now)
                        on conflict do nothing
                        """)
                        .param("issuer", account.issuer())
                        .param("subject", account.subject())
                        .param("person", person.value())
                        .param("shownAs", account.shownAs())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean remove(PersonId person, String issuer) {
        return sql.sql("delete from identity.provider_link where person_id = :person and issuer = :issuer")
                        .param("person", person.value())
                        .param("issuer", issuer)
                        .update()
                == 1;
    }
}
