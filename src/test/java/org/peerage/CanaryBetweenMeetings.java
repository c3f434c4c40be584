package org.peerage;

import static org.peerage.CanaryTyping.word;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.peerage.canary.Canary;
import org.peerage.groups.GroupFixture;

/// What a member writes on the pages of a group between its meetings.
final class CanaryBetweenMeetings {

    private final Canary canary;
    private final GroupFixture here;
    private final CanaryTyping typing;

    CanaryBetweenMeetings(Canary canary, GroupFixture here, CanaryTyping typing) {
        this.canary = canary;
        this.here = here;
        this.typing = typing;
    }

    void pass(Visitor ada, Visitor noor) {
        confide(ada);
        vote(ada);
        nominate(ada);
        talk(ada);
        aim(ada);
        challenge(ada, noor);
        park(ada, noor);
        learn(ada);
        report(ada, noor);
    }

    /// Of a breach of her own, so that both forms are hers.
    private void report(Visitor ada, Visitor noor) {
        var page = "/groups/" + here.group + "/breach";
        ada.goTo(page).opensTheRoom();
        ada.page().getByLabel("Noor Whitcombe").check();
        typing.type(ada, "breach-report");
        canary.look(ada);
        ada.press("Report it").sees("This list is shown to you alone.");
        noor.goTo(page).opensTheRoom().sees(word("breach-report what"));
        noor.page().locator("[id^=report-] details > summary").first().click();
        noor.page().locator("select[name=accused]").selectOption(new SelectOption().setLabel("Ada Fenwick"));
        noor.page().locator("input[name=rests]").check();
        noor.page().locator("form[action$=contained] button").click();
        noor.sees("About Ada Fenwick, handled by Noor Whitcombe");
        ada.goTo(page).opensTheRoom();
        typing.type(ada, "breach-account");
        canary.look(ada);
        ada.press("Give it").sees(word("breach-account text"));
        canary.look(ada);
    }

    private void nominate(Visitor ada) {
        ada.goTo("/groups/" + here.group + "/prospects").opensTheRoom();
        ada.page().getByText("Somebody who is not in the directory").click();
        ada.page().locator("#name").fill("Wren Halloway");
        typing.type(ada, "prospect");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Name them").follow("Wren Halloway").opensTheRoom().sees(word("prospect text"));
        typing.type(ada, "prospect-note");
        ada.press("Add it").sees(word("prospect-note text"));
        canary.look(ada);
        ada.press("They fit, as far as I know").opensTheRoom();
        for (var member : List.of("Ada Fenwick", "Noor Whitcombe")) {
            ada.page().getByLabel(member).check();
        }
        ada.press("Ask them").opensTheRoom();
        typing.type(ada, "scorecard");
        canary.look(ada);
        ada.press("Give it to the chair").sees(word("scorecard reason")).sees(word("scorecard brings"));
        canary.look(ada);
    }

    private void confide(Visitor ada) {
        ada.goTo("/groups/" + here.group + "/confidences").opensTheRoom();
        typing.type(ada, "confidence");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Send it").sees("can read this now.");
        canary.look(ada);
        ada.goTo("/groups/" + here.group + "/farewell").opensTheRoom();
        ada.page().locator("#tell ~ details summary").click();
        typing.type(ada, "farewell");
        ada.press("Tell it").sees("was told on");
        canary.look(ada);
        ada.goTo("/groups/" + here.group + "/conflicts").opensTheRoom();
        typing.type(ada, "conflict-to-chair");
        ada.press("Tell the chair").sees("can read this now.");
        typing.type(ada, "conflict");
        ada.press("Tell the group").sees(word("conflict text"));
        canary.look(ada);
    }

    private void vote(Visitor ada) {
        ada.goTo("/groups/" + here.group + "/ballots").opensTheRoom();
        typing.type(ada, "ballot");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Open the ballot");
        ada.page().locator("[id^=ballot-]").getByText(word("ballot text")).waitFor();
        canary.look(ada);
    }

    private void talk(Visitor ada) {
        ada.goTo("/groups/" + here.group + "/wall").opensTheRoom();
        typing.type(ada, "wall-entry");
        ada.sees("Saved privately.");
        attach(ada, "wall-entry");
        canary.look(ada);
        ada.press("Say it");
        var thread = ada.page().locator(".thread");
        thread.getByText(word("wall-entry text")).waitFor();
        thread.getByText(word("name of a file")).first().waitFor();
        canary.look(ada);
        thread.locator("[id^=answer-] > summary").first().click();
        typing.type(ada, "wall-reply");
        thread.locator("form[data-kind=wall-reply] button").last().click();
        thread.locator(".replies").getByText(word("wall-reply text")).waitFor();
        canary.look(ada);

        ada.page().locator("#ask > summary").click();
        ada.page().locator("#ask input[type=checkbox]").first().check();
        typing.type(ada, "wall-question");
        attach(ada, "wall-question");
        ada.press("Ask them");
        thread.getByText(word("wall-question text")).waitFor();
        canary.look(ada);
        thread.first().locator("[id^=answer-] > summary").first().click();
        typing.type(ada, "wall-answer");
        thread.first().locator("form[data-kind=wall-answer] button").last().click();
        thread.getByText(word("wall-answer text")).waitFor();
        for (var chapter : List.of("purpose", "plan", "norms")) {
            ada.page().locator("#book-" + chapter + "-write > summary").click();
            typing.type(ada, "book-" + chapter);
            ada.page().locator("form[data-kind=book-" + chapter + "] button").click();
            ada.page()
                    .locator("#book-" + chapter + " > div")
                    .getByText(word("book-" + chapter + " text"))
                    .waitFor();
        }
        canary.look(ada);
        ada.goTo("/groups/" + here.group + "/files").opensTheRoom();
        ada.page()
                .locator("file-list")
                .getByText(word("name of a file"))
                .first()
                .waitFor();
        canary.look(ada);
    }

    private static void attach(Visitor ada, String kind) {
        var words = (word("bytes of a file") + ". ").repeat(50).getBytes(StandardCharsets.UTF_8);
        ada.page()
                .locator("form[data-kind=" + kind + "] sealed-files input")
                .setInputFiles(new FilePayload(
                        word("name of a file") + ".txt",
                        "text/" + word("type of a file").toLowerCase(Locale.ROOT),
                        words));
        ada.page()
                .locator("form[data-kind=" + kind + "] sealed-files li[data-state=there]")
                .waitFor();
    }

    private void aim(Visitor ada) {
        ada.goTo("/groups/" + here.group + "/goals").opensTheRoom();
        typing.type(ada, "goal");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Tell the group").sees(word("goal text"));
        var end = ada.page().locator("details[id^='reached-']");
        end.locator("summary").click();
        typing.type(end.locator("form"));
        end.getByRole(AriaRole.BUTTON).click();
        ada.page().getByText("One goal that has ended").click();
        ada.sees(word("goal-outcome text"));
        canary.look(ada);
    }

    private void challenge(Visitor ada, Visitor noor) {
        noor.goTo("/groups/" + here.group + "/goals").opensTheRoom();
        noor.fill("The goal", "Be home by seven.");
        noor.press("Tell the group").sees("Be home by seven.");
        noor.press("They may challenge me").sees("I take that back");
        ada.goTo("/groups/" + here.group + "/goals").opensTheRoom();
        for (var room : List.of(true, false)) {
            var before = ada.page().locator("[id^=challenge-].turn");
            var details = ada.page().locator("details[id^=challenge-]");
            details.locator("summary").click();
            if (room) {
                typing.type(ada, "challenge-open");
                details.getByLabel("The group").check();
            } else {
                for (var part : List.of("saw", "question")) {
                    details.locator("sealed-field[data-part=" + part + "] textarea")
                            .fill("Words, and " + word("challenge " + part) + " in them.");
                    typing.add("challenge " + part);
                }
            }
            canary.look(ada);
            ada.press("Say it");
            PlaywrightAssertions.assertThat(before).hasCount(room ? 1 : 2);
            before.getByText(word(room ? "challenge-open saw" : "challenge saw"))
                    .waitFor();
            canary.look(ada);
        }
    }

    private void park(Visitor ada, Visitor noor) {
        ada.goTo("/groups/" + here.group + "/parking-lot").opensTheRoom();
        typing.type(ada, "issue");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Put it here");
        var waiting = ada.page().locator("li[id^=parked-]");
        waiting.locator(".said").getByText(word("issue title")).waitFor();
        canary.look(ada);
        var id = Objects.requireNonNull(waiting.first().getAttribute("id")).substring("parked-".length());
        coach(ada, noor, "/groups/" + here.group + "/issues/" + id);
        ada.goTo("/groups/" + here.group + "/parking-lot").opensTheRoom();
        waiting.getByText("Weigh it anew").click();
        ada.press("Let it go").sees("One that was let go");
    }

    private void coach(Visitor ada, Visitor noor, String page) {
        ada.goTo(page).opensTheRoom();
        ada.page().getByLabel("Who coaches you").selectOption(new SelectOption().setLabel(noor.name()));
        ada.press("Ask them").sees("is asked to coach");
        noor.goTo(page).press("I will coach").sees("You coach");
        for (var kind : List.of("issue-answers-coach", "issue-answers")) {
            ada.goTo(page).opensTheRoom();
            ada.page().getByText("Answer the eight questions").click();
            var form = ada.page().locator("form[data-kind=issue-answers]");
            form.locator("sealed-field textarea").first().waitFor();
            for (var field : form.locator("sealed-field").all()) {
                var name = kind + " " + field.getAttribute("data-part");
                field.locator("textarea").fill("Words, and " + word(name) + " in them.");
                typing.add(name);
            }
            if (kind.equals("issue-answers")) {
                form.getByLabel("For everybody in the room").check();
            }
            canary.look(ada);
            ada.press("Share the answers").opensTheRoom().sees(word(kind + " core"));
            canary.look(ada);
        }
        typing.type(ada, "coach-word");
        ada.press("Say it").opensTheRoom().sees(word("coach-word text"));
        canary.look(ada);
    }

    private void learn(Visitor ada) {
        ada.goTo("/groups/" + here.group + "/learnings").opensTheRoom();
        typing.type(ada, "learning");
        ada.sees("Saved privately.");
        canary.look(ada);
        ada.press("Write it down").sees(word("learning text"));
        ada.page().getByText("Write down what I have learned").click();
        ada.page()
                .locator("form[data-kind=learning] textarea")
                .fill("Words, and " + word("learning-kept text") + " in them.");
        typing.add("learning-kept text");
        ada.page().getByLabel("Nobody but me.").check();
        ada.press("Write it down").sees("only for me").sees(word("learning-kept text"));
        canary.look(ada);
    }
}
