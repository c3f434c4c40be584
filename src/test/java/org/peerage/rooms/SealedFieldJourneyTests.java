package org.peerage.rooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of words while they are written, sent, and closed away.
class SealedFieldJourneyTests extends TwoInARoom {

    private static final String DRAFTS = "**/drafts/**";
    private static final TryoutController TRYOUT = PEERAGE.bean(TryoutController.class);

    @ParameterizedTest
    @ValueSource(ints = {422, 500, 403, 404})
    void aRefusalKeepsWhatWasTyped(int status) {
        TRYOUT.failing.put(room, status);
        field(mara).fill("Half a thought");
        mara.press("Send");
        mara.sees(status == 422 ? "Not yet" : "That was not accepted");
        assertThat(field(mara)).hasValue("Half a thought");
        mara.press("Send").sees("Half a thought");
        reads(mara, "Half a thought");
    }

    /// Of two who write in one room at one moment, one is told that the ledger has moved on; of two whose acts the
    /// database cannot do side by side, one gets a page that says that somebody was faster. Both go again.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTwoWhoSendAtOneMomentNeitherLosesAWordNorPressesAgain(boolean overtaken) {
        letsJonIn();
        TRYOUT.together.put(room, new CountDownLatch(2));
        if (overtaken) {
            TRYOUT.failing.put(room, 409);
        }
        field(mara).fill("Mara's news");
        field(jon).fill("Jon's news");
        mara.press("Send");
        jon.press("Send");
        mara.sees("Mara's news");
        jon.sees("Jon's news");
        TRYOUT.together.remove(room);
        mara.goTo("/tryout/" + room).sees("Mara's news").sees("Jon's news");
        assertThat(mara.page().locator("sealed-text")).hasCount(2);
        assertThat(field(mara)).hasValue("");
    }

    /// Each can be overtaken once by each of the others.
    @Test
    void aFullRoomMayWriteAtOneMoment() {
        var written = js(mara, """
                const {closeRoom} = await import(at + 'room.js');
                const {Behind} = await import(at + 'server.js');
                const about = document.querySelector('form[data-room]').dataset.about;
                const hands = [];
                for (let n = 0; n < 20; n++) {
                    closeRoom('%1$s');
                    hands.push(await openRoom('%1$s'));
                }
                const write = (hand, n) => hand.again(async () => {
                    const text = {kind: 'update', id: crypto.randomUUID(), about, rev: 1, body: {text: `Word ${n}`}};
                    const body = new URLSearchParams({sealed: JSON.stringify(await hand.seal([text]))});
                    const answer = await fetch('/tryout/%1$s', {method: 'POST', body});
                    if (answer.status === 409) throw new Behind(undefined);
                    return answer.ok;
                });
                return (await Promise.all(hands.map(write))).filter(Boolean).length;
                """.formatted(room));
        assertThat(written).isEqualTo(20);
    }

    @Test
    void aBrokenConnectionKeepsWhatWasTyped() {
        field(mara).fill("Half a thought");
        mara.page().route("**/tryout/" + room, Route::abort);
        mara.press("Send").sees("We could not reach the server");
        assertThat(field(mara)).hasValue("Half a thought");
        mara.page().unroute("**/tryout/" + room);
        mara.press("Send");
        mara.page().locator("sealed-text[data-state=open]").first().waitFor();
        reads(mara, "Half a thought");
    }

    @Test
    void aDraftIsSavedPrivatelyAndComesBack() {
        letsJonIn();
        field(jon).pressSequentially("A private worry");
        jon.sees("Saved privately. Only you can read it.");
        jon.goTo("/tryout/" + room).sees("This is what you wrote before");
        assertThat(field(jon)).hasValue("A private worry");
        assertThat(jon.sent()).noneMatch(request -> request.contains("private worry"));
        mara.page().waitForResponse(DRAFTS, () -> mara.goTo("/tryout/" + room));
        assertThat(field(mara)).hasValue("");
        jon.press("Send").sees("A private worry");
        // Sent is sent.
        jon.page().waitForResponse(DRAFTS, () -> jon.goTo("/tryout/" + room));
        jon.sees("A private worry");
        assertThat(field(jon)).hasValue("");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOthersDraft() {
        var other = mara.page().context().newPage();
        try {
            // Both windows know the draft as it was.
            other.waitForResponse(DRAFTS, () -> other.navigate(PEERAGE.base() + "/tryout/" + room));
            other.getByText("The room is open on this device.").waitFor();
            field(mara).fill("Written here");
            mara.sees("Saved privately. Only you can read it.");
            other.getByLabel("Your update").pressSequentially("Written there");
            other.getByText("this draft was changed in another window").waitFor();
            assertThat(other.getByLabel("Your update")).hasValue("Written there");

            mara.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("PUT"),
                            () -> field(mara).fill("Written here and finished"));
            other.reload();
            other.getByText("This is what you wrote before").waitFor();
            assertThat(other.getByLabel("Your update")).hasValue("Written here and finished");
        } finally {
            other.close();
        }
    }

    @Test
    void aSavingWhoseAnswerGotLostIsNotTakenForAnotherWindows() {
        mara.page().route(DRAFTS, route -> {
            if (route.request().method().equals("PUT")) {
                route.fetch();
                route.abort();
                mara.page().unroute(DRAFTS);
            } else {
                route.resume();
            }
        });
        field(mara).fill("Half");
        mara.sees("Not saved yet: we could not reach the server.");
        field(mara).fill("Half a thought");
        mara.sees("Saved privately. Only you can read it.");
    }

    @Test
    void twoPressesSendOnce() {
        field(mara).fill("Once is enough");
        mara.page()
                .getByText("Send", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .dblclick();
        mara.sees("Once is enough");
        mara.goTo("/tryout/" + room).sees("Once is enough");
        reads(mara, "Once is enough");
    }

    @Test
    void anOpenEditorIsNotTornAwayWhenTheGroupMovesOn() {
        letsJonIn();
        field(jon).fill("Jon's news");
        jon.press("Send").sees("Jon's news");
        field(mara).fill("Let me finish");
        mara.page()
                .evaluate("() => { window.here = document.querySelector('textarea'); window.here.focus();"
                        + " document.body.dispatchEvent(new Event('meeting')); }");
        mara.sees("The group has moved on");
        assertThat((Boolean)
                        mara.page().evaluate("() => window.here.isConnected && document.activeElement === window.here"))
                .isTrue();
        assertThat(field(mara)).hasValue("Let me finish");
        mara.press("Show where the group is").sees("Jon's news");
        assertThat(field(mara)).hasValue("Let me finish");
    }

    @Test
    void closingLeavesNothingReadableOnThePageOrTheDevice() {
        field(mara).fill("A secret plan");
        mara.press("Send").sees("A secret plan");
        field(mara).fill("Not sent yet");
        var other = mara.page().context().newPage();
        other.navigate(PEERAGE.base() + "/tryout/" + room);
        other.getByText("A secret plan").waitFor();
        mara.press("Close it on this device").sees("The room is sealed on this device.");
        other.getByText("The room is sealed on this device.").waitFor();
        assertThat(other.locator("sealed-text")).hasText("Sealed");
        assertThat(other.content()).as("the other window").doesNotContain("A secret plan");
        other.close();
        reads(mara, "Sealed");
        assertThat(field(mara)).hasValue("");
        assertThat(mara.page().content()).doesNotContain("A secret plan");
        assertThat(js(mara, "return (await (await import(at + 'keep.js')).fetchKept('session', 'keys')) ?? 'nothing'"))
                .isEqualTo("nothing");
        assertThat(mara.accessibilityFindings()).isEmpty();

        mara.press("Open with my passkey").sees("A secret plan");
        // Half-written words come back.
        assertThat(field(mara)).hasValue("Not sent yet");
    }

    @Test
    void whatWasBeingOpenedWhenTheRoomsWereClosedIsNotShown() {
        field(mara).fill("Too late to be seen");
        mara.press("Send").sees("Too late to be seen");
        var other = mara.page().context().newPage();
        try {
            var held = new ArrayList<Route>();
            other.route("**/rooms/" + room + "/ledger*", held::add);
            other.navigate(PEERAGE.base() + "/tryout/" + room);
            other.waitForCondition(() -> !held.isEmpty());
            mara.press("Close it on this device").sees("The room is sealed on this device.");
            other.getByText("The room is sealed on this device.").waitFor();
            held.forEach(Route::resume);
            other.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(other.locator("room-lock")).hasAttribute("data-state", "locked");
            assertThat(other.locator("sealed-text")).hasText("Sealed");
            assertThat(other.content()).doesNotContain("Too late to be seen");
        } finally {
            other.close();
        }
        mara.press("Open with my passkey").sees("Too late to be seen");
    }

    @Test
    void onAComputerThatIsNotMineNothingIsKept() {
        js(mara, "keyring.keepNothing(true)");
        try {
            mara.press("Close it on this device").sees("sealed on this device");
            mara.press("Open with my passkey").sees("The room is open on this device.");
            assertThat(js(
                            mara,
                            "return (await (await import(at + 'keep.js')).fetchKept('session', 'keys')) ?? 'nothing'"))
                    .isEqualTo("nothing");
            mara.goTo("/tryout/" + room).sees("sealed on this device");
        } finally {
            js(mara, "keyring.keepNothing(false)");
            mara.press("Open with my passkey").sees("The room is open on this device.");
        }
    }

    @Test
    void halfAnHourOfSilenceClosesTheRoom() {
        field(mara).fill("Left lying about");
        mara.press("Send").sees("Left lying about");
        var page = mara.page().context().newPage();
        try {
            page.clock().install();
            page.navigate(PEERAGE.base() + "/tryout/" + room);
            page.getByText("Left lying about").waitFor();
            page.clock().fastForward("29:00");
            assertThat(page.locator("sealed-text")).hasText("Left lying about");
            // As the page of a meeting has it while it goes on: a group listens for longer than half an hour.
            page.evaluate("() => { const floor = document.createElement('div'); floor.dataset.floor = '';"
                    + " floor.dataset.phase = 'LIVE'; document.body.append(floor); }");
            page.clock().fastForward("31:00");
            assertThat(page.locator("sealed-text")).hasText("Left lying about");
            page.evaluate("() => document.querySelector('[data-floor]').remove()");
            page.clock().fastForward("02:00");
            page.getByText("The room is sealed on this device.").waitFor();
            assertThat(page.locator("sealed-text")).hasText("Sealed");
            assertThat(page.content()).doesNotContain("Left lying about");
        } finally {
            page.close();
        }
        mara.goTo("/tryout/" + room).sees("The room is sealed on this device.");
        mara.press("Open with my passkey").sees("Left lying about");
    }

    @Test
    void aReloadNeedsNoTouch() {
        field(mara).fill("Still here");
        mara.press("Send").sees("Still here");
        var before = mara.prompts();
        mara.goTo("/tryout/" + room).sees("Still here");
        assertThat(mara.prompts()).isEqualTo(before);
        assertThat((String) js(mara, """
                const {fetchKept} = await import(at + 'keep.js');
                const kept = await fetchKept('session', 'keys');
                return JSON.stringify({...kept, sealed: new TextDecoder('latin1').decode(kept.sealed)});
                """)).doesNotContain("ed25519", "rooms", room);
    }

    @Test
    void theRoomFitsAPhoneInLightAndDark() {
        letsJonIn();
        jon.page().setViewportSize(375, 740);
        try {
            jon.goTo("/tryout/" + room).sees("The room is open on this device.");
            jon.press("Close it on this device").sees("sealed on this device");
            assertThat(
                            (Boolean)
                                    jon.page()
                                            .evaluate(
                                                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            assertThat(jon.accessibilityFindings()).isEmpty();
            jon.inTheDark();
            assertThat(jon.accessibilityFindings()).isEmpty();
            jon.picture(java.nio.file.Path.of("target/room-phone.png"));
        } finally {
            jon.page().setViewportSize(1280, 800);
            jon.press("Open with my passkey").sees("The room is open on this device.");
        }
        jon.picture(java.nio.file.Path.of("target/room-laptop.png"));
    }
}
