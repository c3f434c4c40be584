package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group of four of whom one is new, by requests as the pages make them.
abstract class NewcomerOfFour {

    final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    final PersonId ada = here.members.get(0);
    final PersonId noor = here.members.get(1);
    final PersonId ola = here.members.get(2);
    final String list = "/groups/" + here.group + "/onboarding";

    /// Where the next thing on a list leads.
    String next(PersonId person) {
        var circle = here.seenBy(person);
        return as(
                person,
                () -> PEERAGE.bean(OnboardingGuest.class)
                        .next(circle)
                        .getFirst()
                        .to()
                        .orElseThrow()
                        .address());
    }

    int steps(PersonId person) {
        var circle = here.seenBy(person);
        return as(person, () -> PEERAGE.bean(OnboardingGuest.class).next(circle).size());
    }

    boolean refused(PersonId person, UUID seat, String point) {
        return refused(person, seat, point, Instant.now());
    }

    boolean refused(PersonId person, UUID seat, String point, Instant at) {
        try {
            as(
                    person,
                    () -> PEERAGE.bean(JdbcClient.class)
                            .sql("""
                            insert into onboarding.mark (group_id, seat_id, point, by_id, at)
                            values (:group, :seat, :point, :me, :at)
                            """)
                            .param("group", here.group.value())
                            .param("seat", seat)
                            .param("point", point)
                            .param("me", person.value())
                            .param("at", Timestamp.from(at))
                            .update());
            return false;
        } catch (DataAccessException _) {
            return true;
        }
    }

    UUID begun() {
        return begun(ada);
    }

    UUID begun(PersonId newcomer) {
        assertThat(Pages.seenBy(here.chair())
                        .post(list, "person", newcomer.toString())
                        .status())
                .isEqualTo(302);
        return as(
                newcomer,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select seat_id from onboarding.newcomer where person_id = :me")
                        .param("me", newcomer.value())
                        .query(UUID.class)
                        .single());
    }

    /// As the chair could have said it a good three months ago.
    UUID begunLongAgo() {
        return as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        insert into onboarding.newcomer (group_id, seat_id, person_id, begun_at)
                        select group_id, id, person_id, :at from groups.shared_seat
                        where group_id = :group and person_id = :person
                        returning seat_id
                        """)
                        .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(100))))
                        .param("group", here.group.value())
                        .param("person", ada.value())
                        .query(UUID.class)
                        .single());
    }

    void setsAGoal(PersonId person) {
        var goal = Ids.next();
        var sealed =
                here.sealed(person, new KeyholderRoom.About("goal", goal, goal), Map.of("text", "Be home by seven."));
        assertThat(Pages.seenBy(person)
                        .post(
                                "/groups/" + here.group + "/goals",
                                "by",
                                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString(),
                                "sealed",
                                sealed)
                        .status())
                .isEqualTo(302);
    }

    int buddy(PersonId by, UUID seat, PersonId buddy) {
        return Pages.seenBy(by)
                .post(list + "/" + seat + "/buddy", "person", buddy.toString())
                .status();
    }

    int done(PersonId by, UUID seat, String point) {
        return Pages.seenBy(by).post(list + "/" + seat + "/" + point + "/done").status();
    }

    int back(PersonId by, UUID seat, String point) {
        return Pages.seenBy(by).post(list + "/" + seat + "/" + point + "/back").status();
    }

    Document page(PersonId person) {
        return Pages.seenBy(person).get(list).page();
    }

    String line(PersonId person, String point) {
        return page(person).expectFirst("[data-point=" + point + "]").text();
    }

    void says(String role, String industry) {
        as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "update networks.profile set role_title = :role, industry = :industry where person_id = :me")
                        .param("role", role)
                        .param("industry", industry)
                        .param("me", ada.value())
                        .update());
    }

    long rows(PersonId person) {
        return count(person, "select count(*) from onboarding.newcomer where group_id = :group");
    }

    long marks(PersonId person) {
        return count(person, "select count(*) from onboarding.mark where group_id = :group");
    }

    long later(PersonId person) {
        return count(
                person,
                "select count(*) from notices.notice where circle_id = :group and kind = 'onboarding.notice.look'");
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
