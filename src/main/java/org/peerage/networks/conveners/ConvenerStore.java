package org.peerage.networks.conveners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who convenes a network. Row security shows and lets change this to its conveners alone.
@Component
class ConvenerStore {

    private final JdbcClient sql;

    ConvenerStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param profile empty for somebody who convenes and is not among the leaders
    record Convener(PersonId person, Optional<ProfileId> profile, String name, String organisation, boolean me) {}

    /// Whoever has done it longest first.
    List<Convener> conveners(NetworkId network) {
        return sql.sql("""
                select m.person_id, p.id, coalesce(p.name, '') as name, coalesce(p.organisation, '') as organisation,
                       m.person_id = tenancy.me() as me
                from networks.member m
                left join networks.profile p on p.network_id = m.network_id and p.person_id = m.person_id
                where m.network_id = :network and m.role = 'convener'
                order by m.since, m.person_id
                """)
                .param("network", network.value())
                .query(ConvenerStore::convener)
                .list();
    }

    /// Of the people whose seat is taken, by their names; those whom all the words fit.
    List<Convener> others(NetworkId network, String words, int most) {
        return sql.sql("""
                select m.person_id, p.id, p.name, p.organisation, false as me
                from networks.member m
                join networks.profile p on p.network_id = m.network_id and p.person_id = m.person_id
                where m.network_id = :network and m.role = 'member' and p.sought like all (:words)
                order by lower(p.name), m.person_id
                limit :most
                """)
                .param("network", network.value())
                .param("words", LeaderFacts.patterns(words).toArray(String[]::new))
                .param("most", most)
                .query(ConvenerStore::convener)
                .list();
    }

    boolean convenes(NetworkId network, PersonId person) {
        return sql.sql("""
                select exists (select from networks.member
                               where network_id = :network and person_id = :person and role = 'convener')
                """)
                .param("network", network.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// Empty where they are not in the directory.
    String name(NetworkId network, PersonId person) {
        return sql.sql("select name from networks.profile where network_id = :network and person_id = :person")
                .param("network", network.value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// False: not somebody of this network.
    boolean appoint(NetworkId network, PersonId person) {
        return become(network, person, "member", "convener");
    }

    /// From here to the end of the transaction nobody else ends it for anybody in this network.
    boolean anotherConvenes(NetworkId network, PersonId person) {
        return sql.sql("select networks.another_convenes(:network, :person)")
                .param("network", network.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    boolean end(NetworkId network, PersonId person) {
        return become(network, person, "convener", "member");
    }

    private boolean become(NetworkId network, PersonId person, String from, String to) {
        return sql.sql("""
                        update networks.member set role = :to
                        where network_id = :network and person_id = :person and role = :from
                        """)
                        .param("to", to)
                        .param("network", network.value())
                        .param("person", person.value())
                        .param("from", from)
                        .update()
                == 1;
    }

    private static Convener convener(ResultSet row, int number) throws SQLException {
        return new Convener(
                new PersonId(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getObject("id", UUID.class)).map(ProfileId::new),
                row.getString("name"),
                row.getString("organisation"),
                row.getBoolean("me"));
    }
}
