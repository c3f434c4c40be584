package org.peerage.opensheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.identity.OneStretch;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group shows itself to whoever has the address, says no more than it wants to, and is otherwise not there.
class OpenSheetTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final String settings = "/groups/" + here.group + "/open-sheet";
    private final Caller stranger = Caller.stranger(peerage);

    @Test
    void itIsOffUntilTheChairOrTheConvenerPublishesIt() {
        assertThat(Pages.seenBy(ada).get(settings).page().text())
                .contains("It is not published: through it nobody learns that this group exists.");
        assertThat(Pages.seenBy(ada).post(settings, "listed", "true").status()).isEqualTo(404);
        assertThat(sheets()).isZero();
        assertThat(Pages.seenBy(here.convener).post(settings, "listed", "false").status())
                .isEqualTo(302);
        var text = stranger.page(address(here.chair())).select("main").text();
        assertThat(text)
                .contains("Tuesday Circle")
                .contains("We are at most 16 members")
                .contains("4 seats are taken, of at most 16.")
                .contains("We meet 11 times a year for 4 hours, in person.")
                .contains("Each of us pays the dues")
                .contains("Retreats a year: 1")
                .contains("at most 2 meetings missed a year")
                .contains("Do you lead an organisation, or a substantial part of one?");
        assertThat(Pages.seenBy(ada).post(settings + "/take-back").status()).isEqualTo(404);
    }

    @Test
    @Obeys("belongs")
    void whoWonderWhetherItIsForThemAreAskedForWhatBringsTheGroupTogether() {
        var leaders = "Do you lead an organisation";
        var aim = "Do you want to reach what this group is for";
        var competitors = "whom you compete with";
        publish("false");
        assertThat(stranger.page(address(here.chair())).text())
                .contains(leaders, competitors)
                .doesNotContain(aim);
        var runners = GroupFixture.aGroup().with(3).choosing("belongs", "aim").inAnOpenRoom();
        var own = "/groups/" + runners.group + "/open-sheet";
        Pages.seenBy(runners.chair()).post(own, "listed", "false");
        var sheet = Pages.seenBy(runners.chair()).get(own).page().expectFirst("main a[href^=/open/]");
        assertThat(stranger.page(sheet.attr("href")).text()).contains(aim).doesNotContain(leaders, competitors);
    }

    @Test
    void noMemberIsNamedWhoHasNotAgreed() {
        publish("false");
        var address = address(here.chair());
        assertThat(stranger.page(address).text())
                .doesNotContain("Mara")
                .doesNotContain("Member 1")
                .contains("You learn our names when we know each other.");
        assertThat(Pages.seenBy(ada).post(settings + "/name", "named", "true").status())
                .isEqualTo(302);
        assertThat(Pages.seenBy(here.convener)
                        .post(settings + "/name", "named", "true")
                        .status())
                .as("does not sit here")
                .isEqualTo(404);
        assertThat(stranger.page(address).text())
                .contains("Among us: Member 1.")
                .doesNotContain("Mara")
                .doesNotContain("Member 2");
        here.letOut(ada);
        assertThat(stranger.page(address).text()).as("has left").doesNotContain("Member 1");
    }

    @Test
    void whatIsNotPublishedAnswersLikeWhatHasNeverBeenThere() {
        publish("false");
        var taken = address(here.chair());
        assertThat(stranger.get(taken).statusCode()).isEqualTo(200);
        assertThat(Pages.seenBy(here.chair()).post(settings + "/take-back").status())
                .isEqualTo(302);
        var never = "/open/" + "A".repeat(32);
        var unlisted = GroupFixture.aGroup().with(2).inAnOpenRoom();
        for (var path : List.of(
                taken,
                "/open/" + here.group,
                "/open/networks/" + here.network,
                "/open/networks/" + unlisted.network,
                "/open/networks/" + Ids.next())) {
            assertThat(told(stranger.get(path))).as(path).isEqualTo(told(stranger.get(never)));
        }
        assertThat(told(stranger.get(taken + "/asked"))).isEqualTo(told(stranger.get(never)));
        for (var fields : List.of(Map.<String, String>of(), asking("Wren Halloway"))) {
            assertThat(told(stranger.post(taken, fields))).isEqualTo(told(stranger.post(never, fields)));
        }
        assertThat(told(stranger.post(taken, Map.of())).get("status")).isEqualTo("404");
        publish("false");
        assertThat(address(here.chair())).as("is another").isNotEqualTo(taken);
        assertThat(stranger.get(taken).statusCode()).isEqualTo(404);
    }

    @Test
    void aListOfANetworkHasThoseAloneThatWantToBeOnIt() {
        var other = GroupFixture.aGroupIn(here.network, here.convener).with(2).inAnOpenRoom();
        var list = "/open/networks/" + here.network;
        publish("false");
        Pages.seenBy(other.chair()).post("/groups/" + other.group + "/open-sheet", "listed", "false");
        assertThat(stranger.get(list).statusCode()).isEqualTo(404);
        publish("true");
        var page = stranger.page(list);
        assertThat(page.select("main h2 a").eachAttr("href")).containsExactly(address(here.chair()));
        var known = address(here.chair());
        publish("false");
        assertThat(stranger.get(list).statusCode()).isEqualTo(404);
        assertThat(stranger.get(known).statusCode()).as("was on the list").isEqualTo(404);
    }

    @Test
    void withTheLeaveOfWhoeverPublishedItTheSheetEnds() {
        publish("false");
        var address = address(here.chair());
        here.handTheChair(ada);
        assertThat(stranger.get(address).statusCode()).isEqualTo(404);
        assertThat(Pages.seenBy(here.chair()).post(settings, "listed", "true").status())
                .as("has the chair no more")
                .isEqualTo(404);
    }

    @Test
    void whoeverAsksToTalkIsACandidateWithoutAnAccountAndMembersReadTheirWords() {
        publish("false");
        var address = address(here.chair());
        var people = people();
        var fields = asking("Wren Halloway");
        for (var again = 0; again < 2; again++) {
            assertThat(stranger.post(address, fields).headers().firstValue("Location"))
                    .hasValueSatisfying(at -> assertThat(at).endsWith(address + "/asked"));
        }
        assertThat(stranger.page(address + "/asked").text()).contains("What you wrote is with Tuesday Circle.");
        assertThat(people()).isEqualTo(people);
        assertThat(Pages.seenBy(here.chair()).get("/notices").page().text())
                .contains("Somebody would like to talk with you about joining Tuesday Circle.")
                .doesNotContain("Wren");
        var list = "/groups/" + here.group + "/prospects";
        var lines = Pages.seenBy(ada).get(list).page().select("#prospects a[href^=" + list + "/]");
        assertThat(lines.eachAttr("href").stream()
                        .filter(at -> !at.endsWith("/gaps"))
                        .distinct())
                .as("sent twice")
                .hasSize(1);
        var candidate = lines.stream()
                .map(line -> line.attr("href"))
                .filter(at -> !at.endsWith("/gaps"))
                .findFirst()
                .orElseThrow();
        assertThat(Pages.seenBy(ada).get(candidate).page().text())
                .contains("Wren Halloway", "Has asked to join", "wren@example.org", "I have nobody to ask.")
                .contains("They have asked to join themselves; none of you has named them.");
        assertThat(Pages.seenBy(here.convener).get(candidate).status()).isEqualTo(404);
        assertThat(applications(here.convener)).isZero();
        assertThat(applications(ada)).isOne();
        assertThat(Pages.seenBy(here.chair())
                        .post(candidate + "/acts/decline", "seen", "applied")
                        .status())
                .isEqualTo(302);
        assertThat(applications(ada)).as("is decided").isZero();
        assertThat(Pages.seenBy(ada).get(candidate).page().text()).doesNotContain("wren@example.org");
    }

    @Test
    void whatWasTypedSurvivesAMistakeAndTheAnswerDependsOnNothingElse() {
        publish("false");
        var address = address(here.chair());
        var fields = new HashMap<>(asking("Wren Halloway"));
        fields.put("reach", " ");
        var answer = stranger.post(address, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Write one way to reach you, in one line.")
                .contains("I have nobody to ask.")
                .contains("Wren Halloway");
        assertThat(applications(ada)).isZero();
        var known = new HashMap<>(asking("Member 1"));
        known.put("reach", "member1@example.org");
        assertThat(stranger.post(address, known).statusCode())
                .as("somebody who sits here")
                .isEqualTo(stranger.post(address, asking("Odo Outside")).statusCode());
    }

    @Test
    void tooManyForOneSheetWait() {
        OneStretch.of(Duration.ofDays(1), before -> {
            publish("false");
            var address = address(here.chair());
            for (var asked = 0; asked < 12; asked++) {
                assertThat(stranger.post(address, asking("Caller " + asked)).statusCode())
                        .isLessThan(400);
            }
            assertThat(stranger.post(address, asking("One too many")).statusCode())
                    .isEqualTo(429);
        });
    }

    @Test
    void aStrangerAndANeighbourSeeNoSettings() {
        publish("true");
        var other = GroupFixture.aGroup().with(2).inAnOpenRoom();
        for (var person : List.of(NetworkFixture.aPerson(), other.chair(), other.convener)) {
            assertThat(Pages.seenBy(person).get(settings).status()).isEqualTo(404);
            assertThat(Pages.seenBy(person).post(settings, "listed", "true").status())
                    .isEqualTo(404);
            assertThat(as(person, () -> count("select count(*) from opensheet.sheet where group_id = :group")))
                    .isZero();
        }
    }

    private void publish(String listed) {
        assertThat(Pages.seenBy(here.chair()).post(settings, "listed", listed).status())
                .isEqualTo(302);
    }

    private String address(PersonId by) {
        return Pages.seenBy(by)
                .get(settings)
                .page()
                .expectFirst("main a[href^=/open/]")
                .attr("href");
    }

    private static Map<String, String> asking(String name) {
        return Map.of(
                "request",
                Ids.next().toString(),
                "name",
                name,
                "reach",
                "wren@example.org",
                "words",
                "I have nobody to ask.");
    }

    /// All of an answer but what is drawn anew for each.
    private static Map<String, String> told(HttpResponse<String> answer) {
        var told = new TreeMap<String, String>();
        told.put("status", String.valueOf(answer.statusCode()));
        answer.headers().map().forEach((name, values) -> {
            if (!name.equals("date")) {
                told.put(name, values.toString().replaceAll("nonce-[^']*", "nonce-"));
            }
        });
        told.put("body", answer.body().replaceAll("nonce=\"[^\"]*\"", ""));
        return told;
    }

    private int sheets() {
        return as(here.chair(), () -> count("select count(*) from opensheet.sheet where group_id = :group"));
    }

    private int applications(PersonId person) {
        return as(person, () -> count("""
                select count(*) from selection.application a join selection.prospect p on p.id = a.prospect_id
                where p.group_id = :group
                """));
    }

    private int count(String query) {
        return peerage.bean(JdbcClient.class)
                .sql(query)
                .param("group", here.group.value())
                .query(Integer.class)
                .single();
    }

    /// With this name.
    private int people() {
        return Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select count(*) from identity.person where name = 'Wren Halloway'")
                        .query(Integer.class)
                        .single()));
    }
}
