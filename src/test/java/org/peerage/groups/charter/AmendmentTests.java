package org.peerage.groups.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.groups.GroupFixture.PEERAGE;
import static org.peerage.groups.GroupFixture.aGroup;
import static org.peerage.groups.GroupFixture.groups;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A charter in a group's own words, and how it is changed once it is signed.
class AmendmentTests {

    @Test
    void whatIsEditedIsWhatIsSignedOwnWordsAndOwnClausesAmongIt() {
        var here = aGroup().with(1);
        var page = "/groups/" + here.group + "/charter";
        var chair = Pages.seenBy(here.chair());
        var draft = chair.get(page).page();

        chair.post(
                page + "/sign",
                "version",
                "1",
                "edited",
                "yes",
                "term.graceMinutes",
                "4",
                "strike",
                "fines",
                "own.commitments",
                "We do what we say.",
                "own.purpose",
                draft.expectFirst("#own-purpose").val(),
                "own.attendance",
                "We are on time.",
                "added.title",
                "Dogs",
                "added.text",
                "Dogs are welcome.");

        var signed =
                (Charter.Fixed) as(here.chair(), () -> store().find(here.group)).orElseThrow();
        assertThat(signed.wording().own().keySet()).containsExactlyInAnyOrder("commitments", "attendance");
        assertThat(signed.words())
                .extracting(Clause.Written::text)
                .contains("We do what we say.", "Dogs are welcome.")
                .anyMatch(text -> text.startsWith("We are on time. (Minutes of grace: 4;"));
        var shown = chair.get(page).page();
        assertThat(shown.text()).contains("Dogs are welcome.").doesNotContain("What being late costs");
        assertThat(shown.select(".clauses p:not([lang])").eachText())
                .as("only the model text is known to be in English")
                .hasSize(3)
                .contains("We do what we say.", "Dogs are welcome.");
    }

    /// After a mistake the page says what was typed; that is nobody's own wording.
    @Test
    void aClauseWhoseFieldWasWrongOnceIsNotInOnesOwnWords() {
        var here = aGroup().with(1);
        var page = "/groups/" + here.group + "/charter";
        var chair = Pages.seenBy(here.chair());
        var wrong = chair.post(page, "version", "1", "edited", "yes", "term.graceMinutes", "ninety")
                .page();
        chair.post(
                page,
                "version",
                "1",
                "edited",
                "yes",
                "term.graceMinutes",
                "3",
                "own.attendance",
                wrong.expectFirst("#own-attendance").val(),
                "was.attendance",
                wrong.expectFirst("[name='was.attendance']").val());

        assertThat(chair.get(page).page().text())
                .contains("More than 3 min late")
                .doesNotContain("ninety");
    }

    @Test
    void aChangeIsDecidedInSecretByTheCharterInForceAndSignedByEach() {
        var here = aGroup().with(3).inAnOpenRoom();
        var page = "/groups/" + here.group + "/charter";
        var member = here.members.getFirst();
        put(here, "9");
        assertThat(grace(here)).isEqualTo(1);
        assertThat(told(member)).anyMatch(line -> line.contains("on a change of its charter, until"));
        var read = Pages.seenBy(member).get(page + "/change").page();
        assertThat(read.select("del").text()).contains("names one of us as witness");
        assertThat(read.select("ins").text()).contains("say.", "9");
        assertThat(Pages.seenBy(member).get(page).page().text()).contains("A change of this charter waits");
        assertThat(as(member, () -> charters().sign(here.group, 2)))
                .as("nobody signs what is not in force")
                .isEqualTo(Charters.Signing.CHANGED);

        var asked = theBallot(here);
        assertThat(asked.question()).containsEntry("rule", "two-thirds");
        vote(here, asked, 2, 1);
        assertThat(grace(here)).isEqualTo(9);
        assertThat(told(member)).anyMatch(line -> line.contains("has changed. Read version 2"));
        assertThat(Pages.seenBy(member).get("/groups/" + here.group).page().text())
                .contains("Sign the charter as it is now");
        assertThat(Pages.seenBy(member).get(page + "/change").at()).isEqualTo(page);
        assertThat(as(member, () -> charters().sign(here.group, 2))).isEqualTo(Charters.Signing.SIGNED);
        assertThat(told(member)).noneMatch(line -> line.contains("has changed"));
    }

    @Test
    void whatTheGroupDecidesAgainstIsLaidAsideAndAnotherMayFollow() {
        var here = aGroup().with(3).inAnOpenRoom();
        put(here, "9");
        vote(here, theBallot(here), 1, 2);
        assertThat(grace(here)).isEqualTo(1);
        var page = "/groups/" + here.group + "/charter";
        var chair = Pages.seenBy(here.chair());
        assertThat(chair.get(page).page().text()).doesNotContain("A change of this charter waits");
        chair.post(page + "/change/withdraw");
        chair.post(page + "/change");
        assertThat(as(here.chair(), () -> store().change(here.group)))
                .map(Charter::version)
                .contains(3);
    }

    @Test
    void aChangeThatIsTakenBackIsNotVotedOnAnyMore() {
        var here = aGroup().with(3).inAnOpenRoom();
        put(here, "9");
        var asked = theBallot(here);
        Pages.seenBy(here.chair()).post("/groups/" + here.group + "/charter/change/withdraw");
        assertThat(new BallotFixture(here).state(asked, here.members.getFirst()))
                .isEqualTo("Taken back");
        assertThat(told(here.members.getFirst())).noneMatch(line -> line.contains("a change of its charter"));
    }

    @Test
    void beforeTheRoomIsOpenTheChairChangesItAndEachSignsAnew() {
        var here = aGroup().with(3);
        everybody(here).forEach(here::sign);
        as(here.chair(), () -> {
            changes().propose(here.group);
            charters().edit(here.group, 2, Charter.Typed.terms(Map.of("largest", "11"), Set.of()));
            return changes().put(here.group, 2);
        });
        assertThat(here.seenBy(here.chair()).size().largest()).isEqualTo(11);
        var member = here.members.getFirst();
        assertThat(as(here.chair(), () -> charters().signed(here.group, here.chair())))
                .isTrue();
        assertThat(as(member, () -> charters().signed(here.group, member))).isFalse();
        assertThat(Pages.seenBy(member).get("/groups/" + here.group).page().text())
                .contains("Sign the charter");
    }

    @Test
    void aYearLaterEachIsAskedToSignAgain() {
        var here = aGroup().with(2).inAnOpenRoom();
        var member = here.members.getFirst();
        var page = "/groups/" + here.group + "/charter";
        var home = "/groups/" + here.group;
        var year = Instant.now().plus(Duration.ofDays(366));
        assertThat(as(member, () -> charters().sign(here.group, 1))).isEqualTo(Charters.Signing.SIGNED_ALREADY);
        assertThat(Pages.seenBy(member).get(home).page().text()).doesNotContain("Sign the charter again");
        assertThat(told(member)).noneMatch(line -> line.contains("read the charter"));
        PretendedTime.at(year, () -> {
            assertThat(told(member)).anyMatch(line -> line.contains("It is time to read the charter"));
            assertThat(Pages.seenBy(member).get(home).page().text()).contains("Sign the charter again");
            assertThat(Pages.seenBy(member).get(page).page().text()).contains("It is time to read it again.");
            assertThat(as(member, () -> charters().signed(here.group, member)))
                    .as("nobody is locked out for it")
                    .isTrue();
            Pages.seenBy(member).post(page + "/sign", "version", "1");
            Pages.seenBy(member).post(page + "/sign", "version", "1");
            assertThat(told(member)).noneMatch(line -> line.contains("read the charter"));
            assertThat(Pages.seenBy(member).get(home).page().text()).doesNotContain("Sign the charter again");
            return year;
        });
        assertThat(((Charter.Fixed) as(member, () -> store().find(here.group)).orElseThrow())
                        .signatures().stream()
                                .filter(signature -> signature.person().equals(member)))
                .as("both days stay")
                .hasSize(2);
    }

    @Test
    void whenTheTermIsOverTheChairIsAskedToHandOver() {
        var here = aGroup().with(2).inAnOpenRoom();
        var home = "/groups/" + here.group;
        var over = Instant.now().plus(Duration.ofDays(366));
        assertThat(Pages.seenBy(here.chair()).get(home).page().text()).doesNotContain("Your term in the chair is over");
        PretendedTime.at(over, () -> {
            Pages.seenBy(here.chair()).post(home + "/charter/sign", "version", "1");
            assertThat(Pages.seenBy(here.chair()).get(home).page().select("a[href$='/room#chair']"))
                    .isNotEmpty();
            assertThat(Pages.seenBy(here.members.getFirst()).get(home).page().text())
                    .doesNotContain("Your term in the chair is over");
            return over;
        });
    }

    @Test
    void signedWordsNeverChange() {
        var here = aGroup().with(3).inAnOpenRoom();
        put(here, "9");
        assertThatThrownBy(() -> Acting.asProgram("groups.seating", () -> PEERAGE.inTransaction(() -> alter(here, 2))))
                .isInstanceOf(DataAccessException.class);
    }

    /// As the chair, from the page of the draft.
    private static void put(GroupFixture here, String grace) {
        var page = "/groups/" + here.group + "/charter";
        var chair = Pages.seenBy(here.chair());
        chair.post(page + "/change");
        var member = here.members.getFirst();
        assertThat(Pages.seenBy(member).get(page + "/change").at())
                .as("a draft is the chair's alone")
                .isEqualTo(page);
        assertThat(chair.post(
                                page + "/change/put",
                                "version",
                                "2",
                                "edited",
                                "yes",
                                "term.graceMinutes",
                                grace,
                                "own.commitments",
                                "We do what we say.")
                        .at())
                .isEqualTo(page + "/change");
    }

    private static BallotFixture.Asked theBallot(GroupFixture here) {
        var ballots = new BallotFixture(here);
        var line = Pages.seenBy(here.chair())
                .get(ballots.list)
                .page()
                .expectFirst("[id^=ballot-]")
                .id();
        return ballots.asked(here.chair(), UUID.fromString(line.substring("ballot-".length())));
    }

    private static void vote(GroupFixture here, BallotFixture.Asked asked, int yes, int no) {
        var ballots = new BallotFixture(here);
        var voters = everybody(here);
        for (var voter = 0; voter < voters.size(); voter++) {
            ballots.vote(asked, voters.get(voter), voter < yes ? "yes" : "no");
        }
        voters.subList(0, 2).forEach(voter -> ballots.count(asked, voter, yes, no, 0));
    }

    private static List<String> told(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().select("li").eachText();
    }

    private static int alter(GroupFixture here, int version) {
        return PEERAGE.bean(JdbcClient.class)
                .sql("update groups.charter set words = '[]' where group_id = :id and version = :version")
                .param("id", here.group.value())
                .param("version", version)
                .update();
    }

    private static List<PersonId> everybody(GroupFixture here) {
        return here.seenBy(here.chair()).seated().stream()
                .map(Circle.Sitter::id)
                .toList();
    }

    private static int grace(GroupFixture here) {
        return as(here.chair(), () -> groups().terms(here.group)).orElseThrow().graceMinutes();
    }

    private static CharterStore store() {
        return PEERAGE.bean(CharterStore.class);
    }

    private static CharterChanges changes() {
        return PEERAGE.bean(CharterChanges.class);
    }

    private static Charters charters() {
        return PEERAGE.bean(Charters.class);
    }
}
