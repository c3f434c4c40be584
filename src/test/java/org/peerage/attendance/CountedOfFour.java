package org.peerage.attendance;

import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group of four whose meetings are counted, by requests as the pages make them.
abstract class CountedOfFour {

    final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    final PersonId ada = here.members.get(0);
    final PersonId noor = here.members.get(1);
    final PersonId ola = here.members.get(2);
    final String page = "/groups/" + here.group + "/attendance";
    final Evenings evenings = Evenings.of(here);
    final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    boolean refused(PersonId person, String statement) {
        try {
            return as(
                    person,
                    () -> PEERAGE.bean(JdbcClient.class)
                                    .sql(statement)
                                    .param("group", here.group.value())
                                    .update()
                            == 0);
        } catch (DataAccessException _) {
            return true;
        }
    }

    UUID leave() {
        return as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from attendance.leave where person_id = tenancy.me()")
                        .query(UUID.class)
                        .single());
    }

    UUID ballot(PersonId voter) {
        return as(
                voter,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from ballots.ballot where group_id = :group")
                        .param("group", here.group.value())
                        .query(UUID.class)
                        .single());
    }

    int ask(PersonId person, LocalDate first, LocalDate last) {
        return Pages.seenBy(person)
                .post(page + "/leaves", "first", "" + first, "last", "" + last)
                .status();
    }

    int act(PersonId person, UUID leave, String act) {
        return Pages.seenBy(person).post(page + "/leaves/" + leave + "/" + act).status();
    }

    int take(PersonId by, PersonId about, String step) {
        return Pages.seenBy(by).post(page + "/" + about + "/" + step).status();
    }

    int mark(PersonId by, PersonId about, UUID meeting, String mark) {
        return Pages.seenBy(by)
                .post(page + "/" + about + "/" + meeting + "/" + mark)
                .status();
    }

    Document page(PersonId person) {
        return Pages.seenBy(person).get(page).page();
    }

    String text(PersonId person) {
        return page(person).expectFirst("main").text();
    }

    List<String> dueOn(PersonId person) {
        return page(person).select("section[aria-labelledby^=due-] > h2").eachText();
    }

    int next(PersonId person) {
        var circle = here.seenBy(person);
        return as(person, () -> PEERAGE.bean(AttendanceGuest.class).next(circle).size());
    }

    long steps(PersonId person) {
        return count(person, "select count(*) from attendance.step where group_id = :group");
    }

    long leaves(PersonId person) {
        return count(person, "select count(*) from attendance.leave where group_id = :group");
    }

    long count(PersonId person, String sql) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(sql)
                        .param("group", here.group.value())
                        .query(Long.class)
                        .single());
    }
}
