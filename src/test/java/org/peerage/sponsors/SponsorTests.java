package org.peerage.sponsors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.attendance.Evenings;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A sponsor sees one page, members see the same one, and neither it nor the database gives them anybody.
class SponsorTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private final GroupFixture here = GroupFixture.aGroup().with(6).inAnOpenRoom();
    private final PersonId ada = here.members.getFirst();
    private final String page = "/groups/" + here.group + "/sponsor";
    private final String whole = "/networks/" + here.network + "/sponsor";
    private final String themes = "/groups/" + here.group + "/themes";

    @Test
    void sponsorAndMembersSeeTheSamePageAndNobodyElseOne() {
        evenings();
        var sponsor = SponsorFixture.ofGroup(here);
        var other = SponsorFixture.ofNetwork(here);
        assertThat(main(sponsor, page)).isEqualTo(main(ada, page)).isEqualTo(main(here.convener, page));
        assertThat(main(sponsor, page))
                .contains("Ines Hollowell", "Meetings held", "Seats taken", "80 % or more, less than 90 %")
                .contains("three weeks after its end", "entered from paper later is not in them")
                .doesNotContain("Member 1", "Mara Example", here.heldRoom().id());
        assertThat(facts(sponsor, page)).containsExactly("2", "6", "80 % or more, less than 90 %");
        assertThat(main(other, whole)).isEqualTo(main(ada, whole));
        assertThat(facts(other, whole)).containsExactly("1", "2", "6", "80 % or more, less than 90 %");
        assertThat(main(other, whole)).doesNotContain("Tuesday Circle", here.group.toString());
        for (var nobody : List.of(
                NetworkFixture.aPerson(),
                GroupFixture.aGroup().with(2).inAnOpenRoom().chair(),
                other)) {
            assertThat(Pages.seenBy(nobody).get(page).status()).isEqualTo(404);
        }
        assertThat(Pages.seenBy(sponsor).get(whole).status()).isEqualTo(404);
    }

    /// Also when somebody leaves, or comes, between two looks.
    @Test
    void aQuarterIsReckonedOnce() {
        evenings();
        var sponsor = SponsorFixture.ofGroup(here);
        var before = main(sponsor, page);
        here.letOut(here.members.removeLast());
        evenings();
        assertThat(main(sponsor, page)).isEqualTo(before);
        assertThat(main(ada, page)).isEqualTo(before);
    }

    /// Whatever zone the server stands in.
    @Test
    void aQuarterEndsByTheClockOfTheGroup() {
        evenings();
        var last = Quarter.over(PEERAGE.bean(InstantSource.class)).getFirst().last();
        came(here.members.getLast(), last.atTime(23, 59));
        came(ada, last.plusDays(1).atTime(0, 1));
        assertThat(facts(SponsorFixture.ofGroup(here), page).get(1))
                .as("all but the one who came a minute after its end")
                .isEqualTo("5");
    }

    private void came(PersonId person, LocalDateTime local) {
        assertThat(PEERAGE.asSuperuser(
                        "update rooms.member set since = ? where room_id = ? and person_id = ?",
                        local.atZone(LISBON).toOffsetDateTime(),
                        here.heldRoom().id(),
                        person.value()))
                .isOne();
    }

    @Test
    void fewerThanFiveAreNotShown() {
        var few = GroupFixture.aGroupIn(here.network, here.convener).with(4).inAnOpenRoom();
        evenings();
        evenings(few);
        var sponsor = SponsorFixture.ofNetwork(here);
        assertThat(facts(sponsor, whole)).containsExactly("2", "4", "6", "80 % or more, less than 90 %");
        var own = SponsorFixture.ofGroup(few);
        assertThat(facts(own, "/groups/" + few.group + "/sponsor"))
                .containsExactly(
                        "2", "not shown: fewer than five", "not shown: too few people or meetings to stand behind it");
    }

    @Test
    void aThemeIsShownWhenEverybodyHasAgreedAndOneVetoIsEnough() {
        var sponsor = SponsorFixture.ofGroup(here);
        var other = SponsorFixture.ofNetwork(here);
        for (var member : List.of(ada, here.convener, sponsor)) {
            assertThat(ask(member, "Slipped in").status()).isEqualTo(404);
        }
        assertThat(ask(here.chair(), "two\nlines").status()).isEqualTo(422);
        assertThat(Pages.seenBy(here.chair()).get(themes).page().text())
                .contains("These words are not sealed", "The server can read them");
        ask(here.chair(), "Handing over to the next generation");
        ask(here.chair(), "Growing abroad");
        for (var reader : List.of(sponsor, other)) {
            assertThat(shown(reader)).doesNotContain("generation", "abroad");
        }
        vote("generation", "yes");
        vote("abroad", "no");
        assertThat(shown(sponsor)).contains("Handing over").doesNotContain("abroad");
        assertThat(shown(other)).contains("Handing over").doesNotContain("abroad");
        assertThat(main(ada, page)).isEqualTo(main(sponsor, page));
        assertThat(Pages.seenBy(ada).get(themes).page().text()).contains("not agreed, not shown");
        assertThat(Pages.seenBy(sponsor).get(themes).status()).isEqualTo(404);
        var newcomer = here.aMember("Wren Halloway");
        var down = themes + "/" + theme("generation") + "/down";
        for (var outside : List.of(newcomer, sponsor, here.convener)) {
            assertThat(Pages.seenBy(outside).post(down).status()).isEqualTo(404);
        }
        here.letIn(newcomer);
        assertThat(Pages.seenBy(newcomer).post(down).status())
                .as("was never asked")
                .isEqualTo(302);
        assertThat(shown(sponsor)).doesNotContain("Handing over");
        assertThat(shown(other)).doesNotContain("Handing over");
    }

    /// Every table of the program, whatever it is: their own invitation and nothing else.
    @Test
    void theDatabaseGivesASponsorNothingButTheirOwnRow() {
        evenings();
        ask(here.chair(), "Handing over");
        var sponsor = SponsorFixture.ofBoth(here);
        main(sponsor, page);
        var seen = new HashMap<String, Long>();
        for (var table : tables()) {
            var rows = as(
                    sponsor,
                    () -> PEERAGE.bean(JdbcClient.class)
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
            if (rows > 0) {
                seen.put(table, rows);
            }
        }
        assertThat(seen).isEqualTo(Map.of("sponsors.sponsor", 2L));
        for (var write : List.of(
                "update sponsors.sponsor set state = 'taken' where true",
                "update sponsors.theme set state = 'agreed', settled_at = now() where true")) {
            assertThat(as(
                            sponsor,
                            () -> PEERAGE.bean(JdbcClient.class).sql(write).update()))
                    .as(write)
                    .isZero();
        }
    }

    @Test
    void onlyTheConvenerInvitesAndALinkHoldsForOne() {
        var all = "/networks/" + here.network + "/sponsors";
        for (var other : List.of(here.chair(), ada, SponsorFixture.ofNetwork(here))) {
            assertThat(Pages.seenBy(other).get(all).status()).isEqualTo(404);
            assertThatThrownBy(() -> as(other, () -> {
                        PEERAGE.bean(SponsorStore.class)
                                .add(
                                        Ids.next(),
                                        Sponsored.of(here.network),
                                        "Me",
                                        PEERAGE.bean(InstantSource.class).instant());
                        return other;
                    }))
                    .isInstanceOf(DataAccessException.class);
        }
        var elsewhere = GroupFixture.aGroup();
        assertThat(Pages.seenBy(here.convener)
                        .post(all, "id", "" + Ids.next(), "name", "Somebody", "group", "" + elsewhere.group)
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(here.convener)
                        .post(all, "id", "" + Ids.next(), "name", " ", "group", "")
                        .status())
                .isEqualTo(422);
        var asked = SponsorFixture.ask(here, "Ines Hollowell", "");
        var first = SponsorFixture.link(here, asked);
        var made = Pages.seenBy(here.convener).post(all + "/" + asked + "/link").page();
        assertThat(made.expectFirst("#link").val()).contains("/join/");
        var person = NetworkFixture.aPerson();
        assertThatThrownBy(() -> SponsorFixture.accept(person, asked, first))
                .as("the link before")
                .isInstanceOf(NotFound.class);
        SponsorFixture.accept(here, person, asked);
        assertThatThrownBy(() -> SponsorFixture.accept(here, NetworkFixture.aPerson(), asked))
                .as("taken already")
                .isInstanceOf(NotFound.class);
        assertThat(Pages.seenBy(person).get("/").page().text())
                .contains("What you sponsor", "Harbour Circle")
                .doesNotContain("Nothing is here for you yet");
        assertThat(Pages.seenBy(ada).get("/groups/" + here.group).page().text())
                .contains("What the network’s sponsor sees");
        assertThat(Pages.seenBy(here.convener).post(all + "/" + asked + "/end").status())
                .isEqualTo(302);
        assertThat(Pages.seenBy(person).get(whole).status()).as("ended").isEqualTo(404);
        assertThat(Pages.seenBy(person).get("/").page().text()).contains("Nothing is here for you yet");
    }

    private static List<String> tables() {
        return PEERAGE.inTransaction(() ->
                PEERAGE.bean(JdbcClient.class).sql("""
                        select format('%I.%I', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^(pg_|information_schema)'
                          and has_table_privilege('peerage_app', c.oid, 'select')
                        """).query(String.class).list());
    }

    private Pages.Answer ask(PersonId person, String words) {
        return Pages.seenBy(person).post(themes, "id", "" + Ids.next(), "words", words);
    }

    private UUID theme(String words) {
        var card = Pages.seenBy(ada).get(themes).page().expectFirst("li:contains(" + words + ")");
        return UUID.fromString(card.id().substring("theme-".length()));
    }

    /// All vote yes but the last, who votes as is said; two count the same.
    private void vote(String words, String last) {
        var ballots = new BallotFixture(here);
        var link = Pages.seenBy(ada)
                .get(themes)
                .page()
                .expectFirst("li:contains(" + words + ") a")
                .attr("href");
        var asked = ballots.asked(ada, UUID.fromString(link.substring(link.lastIndexOf('/') + 1)));
        ballots.vote(asked, here.chair(), "yes");
        here.members.subList(0, here.members.size() - 1).forEach(member -> ballots.vote(asked, member, "yes"));
        assertThat(shown(ada)).as("before the last has voted").doesNotContain(words);
        ballots.vote(asked, here.members.getLast(), last);
        var no = last.equals("no") ? 1 : 0;
        ballots.count(asked, ada, 6 - no, no, 0);
        ballots.count(asked, here.chair(), 6 - no, no, 0);
    }

    private String shown(PersonId person) {
        var answer = Pages.seenBy(person).get(page);
        return answer.status() == 200 ? answer.page().text() : main(person, whole);
    }

    private void evenings() {
        evenings(here);
    }

    /// Two meetings in the middle of the last quarter that is over. One of the members is away from both; who
    /// starts a meeting is there.
    private static void evenings(GroupFixture group) {
        var there = new HashMap<PersonId, Integer>();
        group.members.subList(1, group.members.size()).forEach(member -> there.put(member, 0));
        var evenings = Evenings.of(group);
        var today = LocalDate.now(LISBON);
        var quarter = Quarter.over(PEERAGE.bean(InstantSource.class)).getFirst().first();
        for (var day : List.of(20, 40)) {
            evenings.ago((int) ChronoUnit.DAYS.between(quarter.plusDays(day), today), there);
        }
    }

    private static String main(PersonId person, String page) {
        return opened(person, page).expectFirst("main").html().replaceAll("nonce=\"[^\"]*\"", "");
    }

    private static List<String> facts(PersonId person, String page) {
        return opened(person, page).expectFirst("#figures ~ dl").select("dd").eachText();
    }

    private static Document opened(PersonId person, String page) {
        var answer = Pages.seenBy(person).get(page);
        assertThat(answer.status()).as(page).isEqualTo(200);
        return answer.page();
    }
}
