package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Times of a panel, picked by somebody who has nothing but a link.
class TalksTests extends ProspectsOfFour {

    private final LocalDate day =
            LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(20);
    private final Caller candidate = Caller.stranger(PEERAGE);
    private ProspectId id = named(ada, here.aSpareLeader());

    @BeforeEach
    void aPanel() {
        id = onPanel(id);
    }

    @Test
    void whoeverMakesALinkToNoTimeIsToldSo() {
        var none = "No time of yours is free that they could choose.";
        assertThat(Pages.seenBy(ada).post(list + "/" + id + "/talk/link").page().text())
                .contains(none);
        offer(ada, "10:00");
        assertThat(Pages.seenBy(ada).post(list + "/" + id + "/talk/link").page().text())
                .doesNotContain(none);
    }

    @Test
    void aCandidatePicksChangesAndCancelsInTheirOwnZoneAndLearnsOfNobody() {
        offer(ada, "10:00");
        offer(noor, "15:30");
        var link = link(id);
        var seen = page(link + "?zone=America/New_York");
        assertThat(times(seen)).hasSize(2);
        assertThat(seen.text()).contains("Tuesday Circle", "America/New York").doesNotContain("in the zone Europe");
        assertThat(seen.html())
                .doesNotContain("Member 1", "Member 2", "Mara Example", "Unasked Works", ada.toString())
                .doesNotContain(noor.toString(), here.group.toString(), here.network.toString(), id.toString());
        assertThat(pick(link, times(seen).getFirst())).isEqualTo(302);
        assertThat(pick(link, times(seen).getFirst())).as("pressed again").isEqualTo(302);
        assertThat(page(ada, id).text()).contains("You meet them on");
        assertThat(page(link).text()).contains("Your time", "By telephone");
        var file = candidate.get(link + "/talk.ics").body();
        assertThat(file)
                .contains("SUMMARY:A conversation with members of Tuesday Circle", "SEQUENCE:1", "STATUS:CONFIRMED")
                .contains("DTSTART;TZID=Europe/London:" + day.toString().replace("-", "") + "T100000")
                .doesNotContain("ORGANIZER", "ATTENDEE", "mailto", "Member", here.group.toString());
        for (var panelist : List.of(ada, noor)) {
            assertThat(Pages.seenBy(panelist).get("/notices").page().text())
                    .contains("Somebody who may join Tuesday Circle has picked, moved or cancelled a time");
        }
        assertThat(pick(link, times(page(link)).getFirst())).isEqualTo(302);
        assertThat(times(page(link))).as("the time before is free again").hasSize(1);
        var uid = uid(file);
        var moved = candidate.get(link + "/talk.ics").body();
        assertThat(uid(moved)).isEqualTo(uid);
        assertThat(moved).contains("SEQUENCE:2", "T153000");
        assertThat(post(link + "/cancel", "")).isEqualTo(302);
        assertThat(times(page(link))).hasSize(2);
        assertThat(page(link).text()).contains("You have cancelled this time");
        assertThat(candidate.get(link + "/talk.ics").body()).contains("STATUS:CANCELLED", "SEQUENCE:3", uid);
        assertThat(page(ada, id).text()).contains("They have cancelled");
    }

    @Test
    void aTimeTakenTwiceAtOneMomentGoesToOne() throws Exception {
        var other = onPanel(named(ada, here.aLeader("Other Works", "")));
        offer(ada, "10:00");
        offer(noor, "15:30");
        var links = List.of(link(id), link(other));
        var slot = times(page(links.getFirst())).getFirst();
        assertThat(times(page(links.getLast()))).as("the same times").contains(slot);
        var together = new CyclicBarrier(2);
        try (var two = Executors.newFixedThreadPool(2)) {
            var tasks = new ArrayList<Callable<Integer>>();
            links.forEach(link -> tasks.add(() -> {
                together.await();
                return pick(link, slot);
            }));
            var answers = new ArrayList<Integer>();
            for (var done : two.invokeAll(tasks)) {
                answers.add(done.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(302, 409);
        }
        assertThat(links.stream().filter(link -> page(link).text().contains("Your time")))
                .hasSize(1);
        assertThat(links).allSatisfy(link -> assertThat(times(page(link))).hasSize(1));
    }

    @Test
    void onlyThePanelOffersAndALinkEndsWithTheMeeting() {
        for (var other : List.of(ola, here.chair(), here.convener)) {
            assertThat(offered(other, "10:00")).isEqualTo(404);
        }
        assertThat(offered(ada, "10:00", "Mars/Olympus")).isEqualTo(422);
        assertThat(offered(ada, "10:00")).isEqualTo(302);
        assertThat(offered(ada, "10:00")).as("twice").isEqualTo(422);
        for (var other : List.of(ola, here.convener)) {
            assertThat(Pages.seenBy(other).post(list + "/" + id + "/talk/link").status())
                    .isEqualTo(404);
        }
        var before = link(id);
        var link = link(id);
        assertThat(candidate.get(before).statusCode()).as("replaced").isEqualTo(404);
        var slot = times(page(link)).getFirst();
        assertThat(pick(link, slot)).isEqualTo(302);
        var back = list + "/" + id + "/talk/times/" + slot + "/back";
        assertThat(Pages.seenBy(noor).post(back).status()).as("another's").isEqualTo(404);
        assertThat(Pages.seenBy(ada).post(back).status()).isEqualTo(302);
        assertThat(page(link).text()).contains("This time was called off");
        assertThat(pick(link, slot)).isEqualTo(409);
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        for (var outside : List.of(here.convener, elsewhere.chair())) {
            assertThat(rows(outside, "selection.slot") + rows(outside, "selection.talk"))
                    .isZero();
        }
        offer(ada, "11:00");
        assertThat(act(here.chair(), id, "decline", "panel")).isEqualTo(302);
        assertThat(candidate.get(link).statusCode()).as("no longer to be met").isEqualTo(404);
        assertThat(post(link, "slot=" + slot)).isEqualTo(404);
    }

    @Test
    void aConversationThatHasBeenIsCalledOffByNobody() {
        offer(ada, "10:00");
        var link = link(id);
        var slot = times(page(link)).getFirst();
        assertThat(pick(link, slot)).isEqualTo(302);
        var after = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(PretendedTime.at(
                        after, () -> Pages.seenBy(ola).post(link + "/cancel").status()))
                .isEqualTo(302);
        assertThat(page(link).text()).contains("Your time").doesNotContain("You have cancelled");
        assertThat(page(link).select("form[action$=/cancel]")).hasSize(1);
        assertThat(PretendedTime.at(after, () -> Pages.seenBy(ola).get(link).page())
                        .select("form[action$=/cancel]"))
                .isEmpty();
        var zoned = Pages.seenBy(ola).post(link, "slot", slot, "zone", "Etc/GMT+5");
        assertThat(Pages.seenBy(ola).ask("GET", zoned.at(), "").page().text()).contains("5:00");
        assertThat(PretendedTime.at(
                        after,
                        () -> Pages.seenBy(ada)
                                .post(list + "/" + id + "/talk/times/" + slot + "/back")
                                .status()))
                .isEqualTo(302);
        assertThat(page(link).text()).contains("Your time").doesNotContain("called off");
    }

    @Test
    void whoeverHasLeftOffersNothingAndHearsNothingMore() {
        offer(ada, "10:00");
        offer(ada, "12:00");
        offer(noor, "15:30");
        var link = link(id);
        assertThat(pick(link, times(page(link)).getFirst())).isEqualTo(302);
        Pages.seenBy(ada).post("/notices/read");
        here.letOut(ada);
        assertThat(page(link).text()).contains("This time was called off");
        assertThat(times(page(link))).as("noor's alone").hasSize(1);
        assertThat(pick(link, times(page(link)).getFirst())).isEqualTo(302);
        assertThat(Pages.seenBy(noor).get("/notices").page().text()).contains("has picked, moved or cancelled a time");
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).doesNotContain("picked, moved or cancelled");
    }

    @Test
    void aTimeIsTakenBackInItsOwnGroupAndIsNoneThatNoCalendarKnows() {
        offer(ada, "10:00");
        var link = link(id);
        var slot = times(page(link)).getFirst();
        var there = GroupFixture.aGroup().with(2);
        there.seat(ada, "Member 1");
        there.inAnOpenRoom();
        var chair = there.chair();
        var other = Ids.next();
        var others = "/groups/" + there.group + "/prospects";
        var why = there.sealed(chair, new KeyholderRoom.About("prospect", other, other), Map.of("text", "x"));
        Pages.seenBy(chair).post(others, "profile", "" + there.aSpareLeader(), "sealed", why);
        Pages.seenBy(chair).post(others + "/" + other + "/acts/screen", "seen", "nominated");
        assertThat(Pages.seenBy(chair)
                        .post(
                                others + "/" + other + "/panel",
                                "people",
                                "" + ada,
                                "people",
                                "" + there.members.getFirst())
                        .status())
                .isEqualTo(302);
        assertThat(Pages.seenBy(ada)
                        .post(others + "/" + other + "/talk/times/" + slot + "/back")
                        .status())
                .as("by way of another group")
                .isEqualTo(404);
        assertThat(times(page(link))).containsExactly(slot);
        for (var year : List.of("+300000-01-01", "+999999999-12-31", "-999999999-01-01", "9999-12-31")) {
            assertThat(Pages.seenBy(ada)
                            .post(
                                    list + "/" + id + "/talk/times",
                                    "day",
                                    year,
                                    "time",
                                    "10:00",
                                    "zone",
                                    "Europe/London",
                                    "minutes",
                                    "45")
                            .status())
                    .as(year)
                    .isEqualTo(422);
        }
    }

    private ProspectId onPanel(ProspectId prospect) {
        assertThat(act(ada, prospect, "screen", "nominated")).isEqualTo(302);
        assertThat(panel(ada, prospect, ada, noor)).isEqualTo(302);
        return prospect;
    }

    private void offer(PersonId person, String time) {
        assertThat(offered(person, time)).isEqualTo(302);
    }

    private int offered(PersonId person, String time) {
        return offered(person, time, "Europe/London");
    }

    private int offered(PersonId person, String time, String zone) {
        return Pages.seenBy(person)
                .post(
                        list + "/" + id + "/talk/times",
                        "day",
                        day.toString(),
                        "time",
                        time,
                        "zone",
                        zone,
                        "minutes",
                        "45",
                        "how",
                        "By telephone")
                .status();
    }

    private String link(ProspectId prospect) {
        var url = Pages.seenBy(noor)
                .post(list + "/" + prospect + "/talk/link")
                .page()
                .expectFirst("#talk-link")
                .val();
        return url.substring(url.indexOf("/talks/"));
    }

    private Document page(String link) {
        var answer = candidate.get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> times(Document page) {
        return page.select("input[name=slot]").eachAttr("value");
    }

    private int pick(String link, String slot) {
        return post(link, "slot=" + slot);
    }

    private int post(String path, String form) {
        return candidate
                .send("POST", path, "application/x-www-form-urlencoded", form, Map.of("Sec-Fetch-Site", "same-origin"))
                .statusCode();
    }

    private static String uid(String file) {
        return file.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    private static long rows(PersonId person, String table) {
        return Objects.requireNonNull(as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }
}
