package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerage.breach.BreachFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// The same form sent twice at one moment, from two tabs or by an impatient thumb, acts once, and neither of the two is
/// told that something broke. Both have read that nothing is there yet before either writes: a lock on the table holds
/// them until both wait for it.
class TwiceAtOnceTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String group = "/groups/" + here.group;
    private final String network = "/networks/" + here.network;

    @Test
    void aGuestIsInvitedOnceAndSignsOnce() {
        var prospect = toTheVisit();
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, EVENING, LISBON, 240, "", ""));
        var invited = twice(
                "visits.visit",
                () -> post(ada, group + "/visits", "prospect", "" + prospect, "date", "" + date, "bring", "nothing"));
        assertThat(invited).extracting(Pages.Answer::status).containsExactlyInAnyOrder(200, 302);
        assertThat(count("visits.visit where group_id = '" + here.group + "'")).isOne();
        var link = invited.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.page().expectFirst("#visit-link").val())
                .map(address -> address.substring(address.indexOf("/visit/")))
                .findFirst()
                .orElseThrow();
        var guest = NetworkFixture.aPerson();
        var seen = Pages.seenBy(guest)
                .get(link)
                .page()
                .expectFirst("input[name=seen]")
                .val();
        assertThat(twice(
                        "visits.visit",
                        () -> post(guest, link + "/sign", "name", "Wren", "agreed", "true", "seen", seen)))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
        assertThat(twice("visits.visit", () -> post(guest, link + "/word", "on", "false")))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
    }

    @Test
    void whoeverAsksToTalkBecomesOneCandidate() {
        post(here.chair(), group + "/open-sheet", "listed", "false");
        var sheet = Pages.seenBy(here.chair())
                .get(group + "/open-sheet")
                .page()
                .expectFirst("main a[href^=/open/]")
                .attr("href");
        var request = "" + Ids.next();
        assertThat(twice(
                        "selection.prospect",
                        () -> post(
                                NetworkFixture.aPerson(),
                                sheet,
                                "request",
                                request,
                                "name",
                                "Wren Halloway",
                                "reach",
                                "wren@example.org",
                                "words",
                                "I have nobody to ask.")))
                .extracting(Pages.Answer::at)
                .containsExactly(sheet + "/asked", sheet + "/asked");
        assertThat(count("selection.prospect where group_id = '" + here.group + "'"))
                .isOne();
    }

    @Test
    void aLeaveIsAskedForOnce() {
        var first = LocalDate.now(LISBON).plusDays(3);
        assertThat(twice(
                        "attendance.leave",
                        () -> post(
                                ada,
                                group + "/attendance/leaves",
                                "first",
                                "" + first,
                                "last",
                                "" + first.plusDays(9))))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
        assertThat(count("attendance.leave where group_id = '" + here.group + "'"))
                .isOne();
    }

    @Test
    void aSponsorIsInvitedOnceAndAThemeIsAskedAboutOnce() {
        var id = "" + Ids.next();
        assertThat(twice(
                        "sponsors.sponsor",
                        () -> post(here.convener, network + "/sponsors", "id", id, "name", "Ines", "group", "")))
                .extracting(Pages.Answer::status)
                .containsExactly(200, 200);
        assertThat(count("sponsors.sponsor where network_id = '" + here.network + "'"))
                .isOne();
        var theme = "" + Ids.next();
        assertThat(twice(
                        "sponsors.theme",
                        () -> post(here.chair(), group + "/themes", "id", theme, "words", "Growing abroad")))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
        assertThat(count("sponsors.theme where group_id = '" + here.group + "'"))
                .isOne();
    }

    @Test
    void whatIsSealedIsPutOnceAndWhatFollowsFromItToo() {
        var report = Ids.next();
        var breaches = new BreachFixture(here);
        var sealed = breaches.words(ada, noor, report);
        assertThat(twice("breach.report", () -> post(ada, breaches.list, "sealed", sealed)))
                .extracting(Pages.Answer::status)
                .containsExactly(204, 204);
        assertThat(twice("breach.breach", () -> breaches.contain(noor, report, here.chair())))
                .extracting(Pages.Answer::status)
                .containsExactlyInAnyOrder(302, 422);
        assertThat(count("breach.breach where group_id = '" + here.group + "'")).isOne();

        var farewell = Ids.next();
        var word = here.sealedFor(
                ada,
                List.of(here.chair()),
                new KeyholderRoom.About("farewell", farewell, farewell),
                Map.of("text", "x"));
        assertThat(twice("farewell.farewell", () -> post(ada, group + "/farewell", "sealed", word)))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
        assertThat(count("farewell.farewell where group_id = '" + here.group + "'"))
                .isOne();
        assertThat(twice("farewell.farewell", () -> post(here.chair(), group + "/farewell/" + farewell + "/hear")))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
    }

    @Test
    void aTurnIsAskedForAndGivenOnce() {
        var meeting = as(here.chair(), () -> {
            var date = PEERAGE.bean(Dates.class).set(here.group, EVENING, LISBON, 240, "", "");
            return PEERAGE.bean(Meetings.class).ofDate(date.value()).orElseThrow();
        });
        var rota = group + "/rota";
        assertThat(twice("rota.setting", () -> post(here.chair(), rota + "/way", "rotates", "true")))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
        post(here.chair(), rota + "/" + meeting + "/set", "person", "" + ada);
        assertThat(twice("rota.swap", () -> post(ada, rota + "/" + meeting + "/ask", "person", "" + noor)))
                .extracting(Pages.Answer::status)
                .containsExactly(302, 302);
        assertThat(twice("rota.swap", () -> post(noor, rota + "/" + meeting + "/agree")))
                .extracting(Pages.Answer::status)
                .containsExactlyInAnyOrder(302, 409);
    }

    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");

    private UUID toTheVisit() {
        var id = Ids.next();
        var list = group + "/prospects";
        var sealed = here.sealed(ada, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
        post(ada, list, "profile", "" + here.aSpareLeader(), "sealed", sealed);
        post(ada, list + "/" + id + "/acts/screen", "seen", "nominated");
        post(ada, list + "/" + id + "/panel", "people", "" + ada, "people", "" + noor);
        assertThat(post(ada, list + "/" + id + "/acts/ask-to-visit", "seen", "panel")
                        .status())
                .isEqualTo(302);
        return id;
    }

    private static Pages.Answer post(PersonId person, String path, String... fields) {
        return Pages.seenBy(person).post(path, fields);
    }

    private static List<Pages.Answer> twice(String table, Supplier<Pages.Answer> post) {
        try (var two = Executors.newFixedThreadPool(2);
                var holding = new Superuser(PEERAGE);
                var looking = new Superuser(PEERAGE)) {
            holding.connection().setAutoCommit(false);
            holding.run("lock table " + table + " in share mode");
            var answers = List.of(two.submit(post::get), two.submit(post::get));
            var until = Instant.now().plus(PATIENCE);
            while (looking.column("select 1 from pg_stat_activity where datname = current_database()"
                                    + " and cardinality(pg_blocking_pids(pid)) > 0")
                            .size()
                    < 2) {
                assertThat(Instant.now()).as("both wait").isBefore(until);
                Thread.onSpinWait();
            }
            holding.connection().rollback();
            var all = new ArrayList<Pages.Answer>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String rows) {
        return PEERAGE.count("select count(*) from " + rows);
    }
}
