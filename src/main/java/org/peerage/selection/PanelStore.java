package org.peerage.selection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who meets which prospect, and who has given a scorecard.
@Component
class PanelStore {

    private final JdbcClient sql;

    PanelStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param scorecard its sealed text; null until it is given
    record Panelist(PersonId person, @Nullable UUID scorecard) {

        boolean done() {
            return scorecard != null;
        }
    }

    List<Panelist> of(ProspectId prospect) {
        return sql.sql("select person_id, scorecard_id from selection.panelist where prospect_id = :prospect")
                .param("prospect", prospect.value())
                .query((row, number) -> new Panelist(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("scorecard_id", UUID.class)))
                .list();
    }

    /// Whoever has given a scorecard stays.
    void replace(ProspectId prospect, Set<PersonId> people) {
        sql.sql("""
                delete from selection.panelist
                where prospect_id = :prospect and scorecard_id is null and not person_id = any (:people)
                """)
                .param("prospect", prospect.value())
                .param("people", ids(people))
                .update();
        sql.sql("""
                insert into selection.panelist (prospect_id, person_id)
                select :prospect, p from unnest(:people) p on conflict do nothing
                """)
                .param("prospect", prospect.value())
                .param("people", ids(people))
                .update();
    }

    void give(ProspectId prospect, PersonId person, UUID scorecard) {
        sql.sql("""
                update selection.panelist set scorecard_id = :card
                where prospect_id = :prospect and person_id = :person
                """)
                .param("card", scorecard)
                .param("prospect", prospect.value())
                .param("person", person.value())
                .update();
    }

    /// Whose cards these are, by the room's ledger: the acting person's, and that of whoever chairs it.
    boolean areMineAndTheChairs(RoomId room, Collection<String> readers) {
        return sql.sql("""
                        select count(*) filter (where chair and person_id <> tenancy.me()) = 1
                               and count(*) filter (where person_id = tenancy.me()) = 1 and count(*) = :many
                        from rooms.shared_member
                        where room_id = :room and active and fingerprint = any (:readers)
                        """)
                .param("many", readers.size())
                .param("room", room.value())
                .param("readers", readers.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /// Of whom the acting person is still to say what they think, after meeting them.
    List<ProspectId> waiting(GroupId group) {
        return sql.sql("""
                select c.id from selection.prospect c join selection.panelist p on p.prospect_id = c.id
                where c.group_id = :group and p.person_id = tenancy.me() and p.scorecard_id is null
                  and c.standing in ('panel', 'visit')
                order by c.due_on, c.id
                """)
                .param("group", group.value())
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .list();
    }

    private static UUID[] ids(Set<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
