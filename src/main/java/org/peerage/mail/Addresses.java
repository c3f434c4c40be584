package org.peerage.mail;

import java.util.List;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who gets letters where. Answers only to the program `mail`.
@Component
public class Addresses {

    private static final int MOST = 5;

    private final JdbcClient sql;

    public Addresses(JdbcClient sql) {
        this.sql = sql;
    }

    /// Everybody who has named this address for themselves: it may be shared, and nobody has proved it.
    public List<PersonId> peopleAt(String address) {
        return sql.sql("""
                select person_id from mail.mailbox where lower(address) = lower(:address) order by person_id limit :most
                """)
                .param("address", address.strip())
                .param("most", MOST)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }
}
