package org.peerage.mail;

import java.util.Optional;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where letters reach each person.
@Component
class MailboxStore {

    private final JdbcClient sql;

    MailboxStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> address(PersonId person) {
        return sql.sql("select address from mail.mailbox where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    void keep(PersonId person, Mailbox mailbox) {
        sql.sql("""
                insert into mail.mailbox (person_id, address) values (:person, :address)
                on conflict (person_id) do update set address = excluded.address
                """)
                .param("person", person.value())
                .param("address", mailbox.address())
                .update();
    }

    void forget(PersonId person) {
        sql.sql("delete from mail.mailbox where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
