package org.peerage.commitments.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.notices.Notices;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever promised writes to their witness once a week, for the two alone, and is reminded of it once or not at all.
class WeeklyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final String REMINDED = "How does what you promised stand?";

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String list = here.group.address() + "/commitments";

    @Test
    void theTwoLinesAreThereForTheWitnessAndForNobodyElse() {
        var id = commit();
        assertThat(forms(ada)).isOne();
        assertThat(write(ada, id).at()).isEqualTo(list);
        assertThat(shown(ada)).isEqualTo(2);
        assertThat(shown(noor)).isEqualTo(2);
        assertThat(shown(here.chair())).isZero();
        assertThat(rows(here.chair())).as("that there are any").isZero();
        assertThat(rows(noor)).isOne();
        assertThat(text(noor, "/notices")).containsOnlyOnce("Member 1 has written you two lines in Tuesday Circle");
        assertThat(text(here.chair(), "/notices")).doesNotContain("two lines");
        assertThat(text(noor, "/")).contains("Two lines to read");
    }

    @Test
    void theWitnessSaysThatTheyHaveReadThem() {
        var id = commit();
        write(ada, id);
        assertThat(Pages.seenBy(ada).post("/commitments/" + id + "/week/read").status())
                .as("her own")
                .isEqualTo(404);
        assertThat(Pages.seenBy(noor).post("/commitments/" + id + "/week/read").at())
                .isEqualTo(list);
        assertThat(text(noor, "/")).contains("Whom I stand by").doesNotContain("Two lines to read");
        assertThat(text(noor, "/notices")).doesNotContain("two lines");
        assertThat(Pages.seenBy(ada)
                        .get(list)
                        .page()
                        .select("[id$=-latest] .tag")
                        .text())
                .isEqualTo("Read");
    }

    @Test
    void onceAWeekByItsOwnerWhileItIsOpen() {
        var id = commit();
        write(ada, id);
        assertThat(forms(ada)).as("written this week").isZero();
        assertThat(write(ada, id).status()).as("the same week").isEqualTo(422);
        assertThat(write(noor, id).status()).as("by its witness").isEqualTo(404);
        assertThat(write(here.chair(), id).status()).isEqualTo(404);
        assertThat(rows(ada)).isOne();
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        assertThat(shown(ada)).as("what was written stays").isEqualTo(2);
    }

    @Test
    void nobodyWritesForTheWholeRoom() {
        var id = commit();
        var open = here.sealed(ada, new KeyholderRoom.About("commitment-week", Ids.next(), id), words());
        assertThat(Pages.seenBy(ada).post(week(id), "sealed", open).status()).isEqualTo(422);
        var three = here.sealedFor(
                ada,
                List.of(ada, noor, here.chair()),
                new KeyholderRoom.About("commitment-week", Ids.next(), id),
                words());
        assertThat(Pages.seenBy(ada).post(week(id), "sealed", three).status()).isEqualTo(422);
        assertThat(rows(ada)).isZero();
    }

    @Test
    void onFridayWhoeverHasWrittenNothingIsRemindedOnce() {
        commit();
        commit();
        assertThat(text(ada, "/notices")).doesNotContain(REMINDED);
        fridayComes();
        fridayComes();
        assertThat(text(ada, "/notices")).containsOnlyOnce(REMINDED);
        assertThat(text(noor, "/notices")).as("who follows up").doesNotContain(REMINDED);
    }

    @Test
    void whoeverHasSwitchedItOffIsNotReminded() {
        commit();
        assertThat(text(ada, list)).contains("On Fridays you are reminded once");
        assertThat(Pages.seenBy(ada).post(list + "/not-reminded").at()).isEqualTo(list);
        assertThat(text(ada, list)).contains("Nothing reminds you of the two lines a week.");
        commit();
        fridayComes();
        assertThat(text(ada, "/notices")).doesNotContain(REMINDED);
        Pages.seenBy(ada).post(list + "/reminded");
        fridayComes();
        assertThat(text(ada, "/notices")).containsOnlyOnce(REMINDED);
    }

    @Test
    void whoeverHasNothingOpenIsNotReminded() {
        var id = commit();
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        fridayComes();
        assertThat(text(ada, "/notices")).doesNotContain(REMINDED);
    }

    @Test
    void aWeekAndItsFridayAreThoseOfTheGroupsClock() {
        var kiritimati = ZoneId.of("Pacific/Kiritimati");
        var sundayEvening = Instant.parse("2027-03-07T20:00:00Z");
        assertThat(Weeks.of(sundayEvening, kiritimati)).isEqualTo(LocalDate.of(2027, 3, 8));
        assertThat(Weeks.of(sundayEvening, ZONE)).isEqualTo(LocalDate.of(2027, 3, 1));
        var thursday = Instant.parse("2027-03-25T12:00:00Z");
        var friday = Weeks.reminder(thursday, ZONE);
        assertThat(friday).isEqualTo("2027-03-26T08:00:00Z");
        assertThat(Weeks.reminder(friday, ZONE))
                .as("after the clocks were changed")
                .isEqualTo("2027-04-02T07:00:00Z");
    }

    /// Friday of the week after this one, a minute past eight, by the clock of the group.
    private static void fridayComes() {
        var friday = LocalDate.ofInstant(Instant.now(), ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
                .atTime(8, 1)
                .atZone(ZONE)
                .toInstant();
        var reminders = new WeeklyReminders(
                PEERAGE.bean(WeeklyStore.class), PEERAGE.bean(Notices.class), PEERAGE.bean(Scope.class), () -> friday);
        while (Acting.asProgram(reminders.name(), () -> PEERAGE.inTransaction(reminders::work))) {
            assertThat(Duration.between(Instant.now(), friday)).isPositive();
        }
    }

    private UUID commit() {
        var id = Ids.next();
        var sealed = here.sealed(ada, new KeyholderRoom.About("commitment", id, id), Map.of("text", "Call the mill."));
        var due = LocalDate.ofInstant(Instant.now(), ZONE).plusDays(40);
        assertThat(Pages.seenBy(ada)
                        .post(list, "sealed", sealed, "due", due.toString(), "witness", noor.toString())
                        .at())
                .isEqualTo(list);
        return id;
    }

    private Pages.Answer write(PersonId person, UUID id) {
        var about = new KeyholderRoom.About("commitment-week", Ids.next(), id);
        return Pages.seenBy(person)
                .post(
                        week(id),
                        "sealed",
                        here.sealedFor(person, List.of(person, person.equals(noor) ? ada : noor), about, words()));
    }

    private static Map<String, String> words() {
        return Map.of("standing", "The mill has answered.", "hindrance", "My own pride.");
    }

    private static String week(UUID id) {
        return "/commitments/" + id + "/week";
    }

    private int forms(PersonId person) {
        return Pages.seenBy(person)
                .get(list)
                .page()
                .select("form[data-kind=commitment-week]")
                .size();
    }

    private int shown(PersonId person) {
        return Pages.seenBy(person)
                .get(list)
                .page()
                .select("sealed-text[data-place-kind=commitment-week]")
                .size();
    }

    private static String text(PersonId person, String path) {
        return Pages.seenBy(person).get(path).page().text();
    }

    private static int rows(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from commitments.weekly")
                        .query(Integer.class)
                        .single());
    }
}
