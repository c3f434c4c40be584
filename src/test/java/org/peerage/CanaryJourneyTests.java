package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.CanaryTyping.word;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.SelectOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.canary.Canary;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.CharterFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.TextKinds;
import org.peerage.tenancy.Ids;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A word typed into every sealed field there is, read by another member, and found nowhere else.
class CanaryJourneyTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    /// Every part of every kind of text that a module declares. Nothing else is taken by a room or drawn by a page.
    private static List<String> fields() {
        return RunningPeerage.shared().beans(TextKinds.class).stream()
                .flatMap(module -> module.kinds().stream())
                .flatMap(kind -> kind.parts().stream().map(part -> kind.key() + " " + part))
                .toList();
    }

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final CanaryTyping typing = new CanaryTyping();

    @Test
    void aSealedWordIsSeenByTheRoomAndNowhereElse() throws SQLException {
        var unopened = GroupFixture.aGroup().with(2);
        CharterFixture.choose(unopened.chair(), unopened.group, "book", "members");
        var here = unopened.inAnOpenRoom();
        try (var canary = new Canary(peerage);
                var ada = behind(canary, "Ada Fenwick");
                var noor = behind(canary, "Noor Whitcombe")) {
            here.seat(ada);
            here.seat(noor);
            ada.goTo("/mail")
                    .fill("Your e-mail address", "ada.fenwick@example.org")
                    .press("Save the address");
            var evening = new EveningOfTheCanary(here);
            var meeting = evening.meeting;
            canary.post().deliver();
            assertThat(canary.post().to("ada.fenwick@example.org")).hasSize(1);

            prepare(canary, ada, meeting);
            promise(canary, ada, evening);
            new CanaryBetweenMeetings(canary, here, typing).pass(ada, noor);
            meet(canary, ada, noor, evening);
            readBy(noor, here, meeting);
            lookBack(canary, ada, evening);
            search(canary, noor, here);
            halfAWordInAClosedRoom(canary, ada, meeting);
            canary.post().deliver();
            plainWords(canary, noor, here);

            assertThat(typing.typed()).as("fields that were typed into").containsExactlyInAnyOrderElementsOf(fields());
            assertThat(canary.sightings(Canary.PLAIN))
                    .as("what is not sealed is seen by this watch")
                    .contains("wire", "log", "mail", "database: scheduling.date as text", "storage: Noor Whitcombe")
                    .contains("address and title: Noor Whitcombe")
                    .anyMatch(where -> where.startsWith("disk: "));
            assertThat(canary.sightings(Canary.SEALED)).isEmpty();
        }
    }

    private static Visitor behind(Canary canary, String name) {
        return Visitor.of(name, RunningPeerage.shared().base(), options -> options.setProxy(new Proxy(canary.proxy())));
    }

    private void prepare(Canary canary, Visitor ada, MeetingId meeting) {
        for (var format : List.of(
                "high-low",
                "event",
                "four-sides",
                "three-issues",
                "one-question",
                "numbers",
                "two-events",
                "one-word",
                "five-percent")) {
            ada.goTo("/meetings/" + meeting + "/prepare?format=" + format).opensTheRoom();
            typing.type(ada, "update");
            ada.sees("Saved privately.");
            canary.look(ada);
            ada.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("POST")
                                    && answer.url().endsWith("/prepare"),
                            () -> ada.page()
                                    .locator("form[data-kind=update] button")
                                    .click());
            ada.sees("Shared ");
            canary.look(ada);
        }
        ada.goTo("/meetings/" + meeting + "/issue").opensTheRoom();
        typing.type(ada, "issue");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Share it with the group").sees("Shared with your group");
        canary.look(ada);
    }

    private void promise(Canary canary, Visitor ada, EveningOfTheCanary evening) throws SQLException {
        var list = evening.here.group.address() + "/commitments";
        for (var act : List.of("done", "move", "missed")) {
            ada.goTo(list).opensTheRoom();
            typing.type(ada, "commitment");
            ada.page()
                    .getByLabel("Who follows up with me?")
                    .selectOption(new SelectOption().setLabel("Noor Whitcombe"));
            var commitments = ada.page().locator(".said");
            var before = commitments.count();
            ada.press("Commit to it");
            PlaywrightAssertions.assertThat(commitments).hasCount(before + 1);
            commitments.getByText(Canary.SEALED).first().waitFor();
            canary.look(ada);
            if (act.equals("missed")) {
                evening.promisesFallDue();
                ada.goTo(list).opensTheRoom();
            }
            if (act.equals("move")) {
                tell(ada, "week");
                canary.look(ada);
            }
            tell(ada, act);
            canary.look(ada);
        }
    }

    private void tell(Visitor ada, String act) {
        var details = ada.page().locator("details[id^='" + act + "-']").first();
        details.locator("summary").click();
        var form = details.locator("form");
        typing.type(form);
        if (act.equals("move")) {
            form.locator("input[type=date]")
                    .fill(LocalDateTime.now(LISBON).plusDays(90).toLocalDate().toString());
        }
        var key = Objects.requireNonNull(details.getAttribute("id"));
        form.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        ada.page()
                .locator("details#" + key)
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    /// Its name, its type and its bytes are words of the room.
    private void lookBack(Canary canary, Visitor ada, EveningOfTheCanary evening) throws SQLException {
        evening.passes(
                "update issues.issue set closed_at = now() - interval '31 days' where group_id = ? and state = 'closed'");
        ada.goTo(evening.here.group.address() + "/issues/" + evening.ofTheIssue("subject_id"))
                .opensTheRoom();
        typing.type(ada, "issue-helped");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Tell the group").sees("After 30 days").sees(word("issue-helped text"));
        canary.look(ada);
    }

    /// Whoever looks for a word types it, and finds it in more than one text.
    private void search(Canary canary, Visitor noor, GroupFixture here) {
        noor.goTo(here.group.address() + "/search").opensTheRoom();
        noor.fill("Look for", Canary.SEALED);
        noor.page()
                .locator("[data-results] mark")
                .getByText(word("wall-reply text"))
                .waitFor();
        canary.look(noor);
    }

    private void meet(Canary canary, Visitor ada, Visitor noor, EveningOfTheCanary evening) {
        evening.lead("start");
        for (var visitor : List.of(ada, noor)) {
            visitor.goTo("/meetings/" + evening.meeting + "/live").opensTheRoom();
            visitor.arrives();
        }
        for (var kind = evening.current(); !kind.equals("issue"); kind = evening.current()) {
            evening.lead("next-all-the-same");
        }
        var item = evening.ofTheIssue("id");
        var stage = "/processing/" + item;
        var chair = Pages.seenBy(evening.here.chair());
        chair.post(stage + "/begin", "request", "" + Ids.next());
        chair.post(stage + "/step", "from", "0", "to", "1", "request", "" + Ids.next());
        ada.page().locator("form[data-kind=issue-note]").waitFor();
        send(canary, ada, "issue-note");
        send(canary, ada, "issue-real");
        for (var step = 1; step < 4; step++) {
            chair.post(stage + "/step", "from", "" + step, "to", "" + (step + 1), "request", "" + Ids.next());
        }
        ada.page().getByText("There is nothing to commit to").click();
        send(canary, ada, "issue-no-action");
        noor.sees(word("issue-no-action text"));
        canary.look(noor);
        chair.post("/issues/" + item + "/close");
        for (var kind = evening.current(); !kind.equals("housekeeping"); kind = evening.current()) {
            evening.lead("next-all-the-same");
        }
        ada.page().locator("form[data-kind=decision]").waitFor();
        for (var kind : List.of("decision", "need", "lead")) {
            send(canary, ada, kind);
        }
        for (var kind = evening.current(); !kind.equals("rating"); kind = evening.current()) {
            evening.lead("next-all-the-same");
        }
        ada.page().locator("form[data-kind=reflection]").waitFor();
        ada.page()
                .getByLabel("7", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .check();
        typing.type(ada, "reflection");
        ada.press("Give my rating").sees("You gave 7");
        canary.look(ada);
    }

    private void send(Canary canary, Visitor ada, String kind) {
        typing.type(ada, kind);
        var form = ada.page().locator("form[data-kind=" + kind + "]");
        canary.look(ada);
        form.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        ada.page()
                .locator("sealed-text")
                .getByText(word(kind + " text"))
                .first()
                .waitFor();
        canary.look(ada);
    }

    /// The words did go somewhere: to the other member's page.
    private void readBy(Visitor noor, GroupFixture here, MeetingId meeting) {
        noor.goTo("/groups/" + here.group + "/commitments").opensTheRoom();
        for (var field : fields()) {
            if (field.startsWith("commitment")) {
                noor.page()
                        .locator("sealed-text")
                        .getByText(word(field))
                        .first()
                        .waitFor();
            }
        }
        var updates = as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :meeting and kind = 'updates'")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
        noor.goTo("/meetings/" + meeting + "/items/" + updates).opensTheRoom();
        noor.page()
                .locator("sealed-text")
                .getByText(word("update headline"))
                .first()
                .waitFor();
    }

    /// Words that were on their way when the room was closed on the device are kept, sealed, and not otherwise.
    private void halfAWordInAClosedRoom(Canary canary, Visitor ada, MeetingId meeting) {
        ada.goTo("/meetings/" + meeting + "/issue").opensTheRoom();
        typing.type(ada, "issue");
        ada.press("Close it on this device").sees("The room is sealed on this device.");
        canary.look(ada);
        assertThat(ada.page().content()).doesNotContain(Canary.SEALED);
    }

    /// The place of the meeting is no secret; it is carried to all the other places on purpose.
    private static void plainWords(Canary canary, Visitor noor, GroupFixture here) {
        noor.goTo("/groups/" + here.group + "/dates?" + Canary.PLAIN).sees(Canary.PLAIN);
        noor.page().evaluate("word => localStorage.setItem('plain', word)", Canary.PLAIN);
        LoggerFactory.getLogger(CanaryJourneyTests.class).debug("Said aloud: {}", Canary.PLAIN);
        canary.look(noor);
        noor.page().evaluate("() => localStorage.removeItem('plain')");
    }
}
