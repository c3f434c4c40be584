package org.peerage.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who may vote, once; what is seen and when; and that nothing which is kept says who chose what.
class BallotTests {

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final BallotFixture ballots = new BallotFixture(here);
    private final PersonId chair = here.chair();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId wren = here.members.get(2);
    private final LocalDate soon = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(7);

    @Test
    void whatTwoHaveCountedAlikeIsTheResult() {
        var asked = ballots.ask(ada, soon);
        assertThat(ballots.state(asked, noor)).isEqualTo("Open");
        for (var voter : List.of(chair, ada, noor)) {
            assertThat(ballots.vote(asked, voter, "yes")).isEqualTo("in");
        }
        assertThat(ballots.state(asked, noor)).isEqualTo("Open");
        assertThat(ballots.vote(asked, wren, "no")).isEqualTo("in");
        assertThat(ballots.state(asked, noor)).as("all have voted").isEqualTo("To be counted");
        assertThat(papers(asked, chair)).hasSize(4);
        assertThat(ballots.count(asked, noor, 3, 1, 0)).isEqualTo(204);
        assertThat(ballots.count(asked, noor, 3, 1, 0)).isEqualTo(204);
        assertThat(ballots.state(asked, noor)).as("one alone, twice").isEqualTo("To be counted");
        assertThat(ballots.count(asked, wren, 1, 3, 0)).isEqualTo(204);
        assertThat(ballots.state(asked, noor)).as("another count").isEqualTo("To be counted");
        assertThat(ballots.count(asked, ada, 3, 1, 0)).isEqualTo(204);
        assertThat(ballots.state(asked, noor)).isEqualTo("Passed");
        assertThat(ballots.count(asked, chair, 0, 4, 0)).isEqualTo(204);
        assertThat(ballots.state(asked, noor)).as("what stands stands").isEqualTo("Passed");
    }

    @Test
    void nobodySeesAnythingBeforeItIsClosed() {
        var asked = ballots.ask(ada, soon);
        ballots.vote(asked, ada, "yes");
        assertThat(ballots.box(asked, ada).status()).isEqualTo(404);
        assertThat(ballots.count(asked, ada, 1, 0, 0)).isEqualTo(204);
        assertThat(ballots.state(asked, ada)).isEqualTo("Open");
        var page = Pages.seenBy(noor).get(ballots.list + "/" + asked.ballot()).page();
        assertThat(page.select("[data-turnout]").text()).isEqualTo("1 of 4 have voted.");
        for (var table : List.of("box", "counted")) {
            assertThat(as(noor, () -> rows("ballots." + table))).as(table).isZero();
        }
    }

    @Test
    void aPaperIsPutInOnceWhateverComesTwice() throws Exception {
        var asked = ballots.ask(ada, soon);
        var paper = ballots.paper(asked, "yes");
        assertThat(ballots.put(asked, ada, paper).body()).contains("\"in\"");
        assertThat(ballots.put(asked, ada, paper).body())
                .as("the same once more")
                .contains("\"twice\"");
        assertThat(ballots.vote(asked, ada, "no"))
                .as("another, from another window")
                .isEqualTo("twice");
        try (var windows = Executors.newFixedThreadPool(4)) {
            var tries = new ArrayList<Callable<String>>();
            for (var window = 0; window < 4; window++) {
                var own = ballots.paper(asked, "yes");
                tries.add(() -> ballots.put(asked, noor, own).body());
            }
            var said = new ArrayList<String>();
            for (var one : windows.invokeAll(tries)) {
                said.add(one.get());
            }
            assertThat(said).filteredOn(one -> one.contains("\"in\"")).hasSize(1);
            assertThat(said).filteredOn(one -> one.contains("\"twice\"")).hasSize(3);
        }
        ballots.vote(asked, chair, "yes");
        ballots.vote(asked, wren, "yes");
        assertThat(papers(asked, ada)).hasSize(4);
    }

    @Test
    void whatComesLateOrIsNoPaperIsNotPutIn() {
        var asked = ballots.ask(ada, soon);
        assertThat(ballots.put(asked, ada, "AQ").status()).isEqualTo(404);
        var over = soon.plusDays(1).atStartOfDay(ZoneId.of("Europe/Lisbon")).toInstant();
        assertThat(PretendedTime.at(over.minusSeconds(60), () -> ballots.vote(asked, noor, "yes")))
                .isEqualTo("in");
        assertThat(PretendedTime.at(over, () -> ballots.vote(asked, ada, "yes")))
                .isEqualTo("closed");
        PretendedTime.at(over.plusSeconds(60), BallotTests::closeWhatIsOver);
        assertThat(ballots.state(asked, ada)).isEqualTo("To be counted");
        assertThat(ballots.vote(asked, ada, "yes")).isEqualTo("closed");
        assertThat(papers(asked, ada)).hasSize(1);
        ballots.count(asked, ada, 1, 0, 0);
        ballots.count(asked, noor, 1, 0, 0);
        assertThat(ballots.state(asked, ada)).as("one of four is not most").isEqualTo("Not passed");
    }

    @Test
    void theLastDayIsNoSoonerThanTheCharterSays() {
        var early = soon.minusDays(1);
        var id = Ids.next();
        var sealed = here.sealed(ada, new KeyholderRoom.About("ballot", id, id), Map.of("text", "Soon?"));
        var answer = Pages.seenBy(ada).post(ballots.list, "lastDay", "" + early, "sealed", sealed);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text()).contains("gives everybody time");
        assertThat(as(ada, () -> rows("ballots.ballot"))).isZero();
    }

    @Test
    void whoeverJoinsLaterAndWhoeverItIsAboutSeesNothingOfIt() {
        var asked = ballots.open(chair, "question", UUID.randomUUID(), BallotRule.UNANIMOUS, wren);
        var later = here.aMember("Later");
        here.letIn(later);
        for (var outside : List.of(later, wren, here.convener)) {
            assertThat(Pages.seenBy(outside)
                            .get(ballots.list + "/" + asked.ballot())
                            .status())
                    .isEqualTo(404);
            assertThat(ballots.put(asked, outside, ballots.paper(asked, "no")).status())
                    .isEqualTo(404);
            for (var table : List.of("ballot", "voter", "box", "counted")) {
                assertThat(as(outside, () -> rows("ballots." + table))).isZero();
            }
        }
        assertThat(Pages.seenBy(later).get(ballots.list).page().select("[id^=ballot-]"))
                .isEmpty();
        for (var voter : List.of(chair, ada, noor)) {
            ballots.vote(asked, voter, "yes");
        }
        assertThat(ballots.state(asked, ada)).as("nobody waits for them").isEqualTo("To be counted");
    }

    @Test
    void whoeverLeavesIsNotWaitedForAndTheirPaperStays() {
        var asked = ballots.ask(ada, soon);
        ballots.vote(asked, wren, "no");
        ballots.vote(asked, ada, "yes");
        here.letOut(wren);
        assertThat(ballots.state(asked, ada)).isEqualTo("Open");
        ballots.vote(asked, chair, "yes");
        here.letOut(noor);
        assertThat(ballots.state(asked, ada))
                .as("the last who had not voted has left")
                .isEqualTo("To be counted");
        assertThat(ballots.put(asked, noor, ballots.paper(asked, "yes")).status())
                .isEqualTo(404);
        var box = json(ballots.box(asked, ada).body());
        assertThat(box.path("papers")).hasSize(3);
        assertThat(box.path("voters").toString()).contains("" + wren).doesNotContain("" + noor);
    }

    @Test
    void onlyWhoeverAskedTakesItBackAndNobodyEverLooksInside() {
        var asked = ballots.ask(ada, soon);
        ballots.vote(asked, noor, "yes");
        var back = ballots.list + "/" + asked.ballot() + "/withdrawn";
        assertThat(Pages.seenBy(noor).post(back).status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada).post(back).at()).isEqualTo(ballots.list);
        assertThat(Pages.seenBy(ada).post(back).at()).as("pressed twice").isEqualTo(ballots.list);
        assertThat(ballots.state(asked, noor)).isEqualTo("Taken back");
        assertThat(ballots.vote(asked, wren, "yes")).isEqualTo("closed");
        assertThat(ballots.box(asked, ada).status()).isEqualTo(404);
    }

    @Test
    void nothingThatIsKeptSaysWhoChoseWhatOrWhen() {
        var asked = ballots.ask(ada, soon);
        for (var voter : List.of(wren, ada, chair)) {
            ballots.vote(asked, voter, voter.equals(wren) ? "no" : "yes");
        }
        var columns = as(
                ada,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("""
                                select count(*) from information_schema.columns
                                where table_schema = 'ballots' and table_name in ('box', 'voter', 'counted')
                                  and data_type ~ 'time|date|serial|bigint'
                                """)
                        .query(Integer.class)
                        .single());
        assertThat(columns).as("no moment and no counter beside a vote").isZero();
        ballots.vote(asked, noor, "yes");
        var papers = papers(asked, ada);
        assertThat(papers)
                .as("in an order of their own")
                .isSortedAccordingTo(Comparator.comparing(paper -> HexFormat.of()
                        .formatHex(Sealed.parse(paper).orElseThrow().bytes())));
        assertThat(papers.stream().map(String::length).distinct())
                .as("all of one length")
                .hasSize(1);
        assertThat(papers)
                .allSatisfy(paper -> assertThat(here.heldRoom()
                                .openPaper(
                                        asked.epoch(),
                                        asked.question(),
                                        Sealed.parse(paper).orElseThrow()))
                        .hasValueSatisfying(
                                text -> assertThat(text).contains("choice").doesNotContain("Member")));
    }

    @Test
    void aPaperAnswersOneQuestionAndNoOther() {
        var asked = ballots.ask(ada, soon);
        var paper = Sealed.parse(ballots.paper(asked, "yes")).orElseThrow();
        var other = new HashMap<>(asked.question());
        other.put("rule", "consent");
        assertThat(here.heldRoom().openPaper(asked.epoch(), asked.question(), paper))
                .isPresent();
        assertThat(here.heldRoom().openPaper(asked.epoch(), other, paper)).isEmpty();
    }

    private static int closeWhatIsOver() {
        var closing = RunningPeerage.shared().bean(Closing.class);
        var rounds = 0;
        while (Acting.asProgram("ballots", closing::work)) {
            rounds++;
        }
        return rounds;
    }

    private static long rows(String table) {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private List<String> papers(BallotFixture.Asked asked, PersonId reader) {
        var papers = new ArrayList<String>();
        json(ballots.box(asked, reader).body()).path("papers").forEach(paper -> papers.add(paper.asString()));
        return papers;
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }
}
