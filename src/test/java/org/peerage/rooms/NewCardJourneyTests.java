package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.ByLink;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A member loses every passkey and the words. Two peers vouch, and she reads again what she could read before, and
/// nothing else (`confidentiality.md` 2.9).
class NewCardJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/new-card");
    private static final Visitor MARA = Visitor.enrolled("Mara Lindqvist");
    private static final Visitor JON = Visitor.enrolled("Jon Abara");
    private static final Visitor ANNA = Visitor.enrolled("Anna Oyelaran");
    private static final PersonId WHO = person(ANNA);
    private static final GroupFixture HERE = GroupFixture.chairedBy(person(MARA), MARA.name());
    private static final String DOOR = "/groups/" + HERE.group + "/room";
    private static final String AGREE = "I have spoken to Anna Oyelaran: the words are the same";

    private static String room = "";

    @AfterAll
    static void everybodyGoesHome() {
        List.of(MARA, JON, ANNA).forEach(Visitor::close);
    }

    @Test
    void whoeverLostEverythingIsLetBackInByTwoOthers() {
        MARA.goTo(DOOR).press("Open the room").sees("Opened the room");
        room = Objects.requireNonNull(MARA.page().locator("room-door").getAttribute("data-room"));
        comesIn(JON);
        writes(JON, "Said before Anna came");
        comesIn(ANNA);
        writes(ANNA, "Said by Anna");
        writes(JON, "Said to Anna");
        writesFor(JON, "For Anna and Jon", "one:" + WHO + " two:" + person(JON));
        writesFor(JON, "Also for both", "one:" + WHO + " two:" + person(JON));
        writesFor(JON, "For Anna alone", "one:" + WHO);

        try (var anew = Visitor.atALaptop(ANNA.name(), PEERAGE.base())) {
            makesNewKeys(anew);
            var eight = words(anew, "[data-card-words] li");
            anew.looksRight(PICTURES, "eight-words");
            nothingIsReached(anew);

            MARA.goTo(DOOR).opensTheRoom().sees("Anna Oyelaran has a new key");
            assertThat(words(MARA, "[data-card-words] li")).isEqualTo(eight);
            MARA.sees("Nobody has agreed yet; it takes 2 of you.");
            MARA.looksRight(PICTURES, "asked");
            MARA.press(AGREE).sees("Mara Lindqvist agreed; it takes 2 of you.");
            JON.goTo("/tryout/" + room).opensTheRoom().sees("Speak to Anna Oyelaran before you agree.");
            JON.goTo(DOOR).sees("Mara Lindqvist agreed; it takes 2 of you.");
            JON.press(AGREE).sees("Mara Lindqvist and Jon Abara agreed. The new key counts from");
            stillTheOldKey();

            aDayLater(JON);
            JON.goTo(DOOR).opensTheRoom().sees("Came back with a new key, for whom the others vouched");
            ANNA.goTo("/tryout/" + room).sees("Sign in");

            exchangesRenewals(anew);
            anew.goTo("/keys/proof").fill("Your ten words", String.join(" ", anew.words()));
            anew.press("Go on");
            anew.page()
                    .locator("body:not(:has(keys-proof)), [data-wrong]:not(:empty)")
                    .first()
                    .waitFor();
            assertThat(anew.page().locator("[data-wrong]").allTextContents()).allMatch(String::isEmpty);
            anew.goTo("/tryout/" + room).sees("The room is open on this device.");
            anew.sees("This entry does not open.");
            assertThat(anew.page().locator("main").innerText()).doesNotContain("For Anna and Jon", "Also for both");
            anew.page().unroute("**/envelopes");
            opensByWords(anew);
            anew.sees("Said by Anna").sees("Said to Anna");
            anew.sees("Written before you were let in.");
            anew.sees("For Anna and Jon").sees("Also for both").sees("If you were its only reader, it is lost.");
            assertThat(anew.page().locator("main").innerText()).doesNotContain("For Anna alone");
            nobodyElseReadsWhatWasRenewed();
            assertThat(anew.page().locator("main").innerText()).doesNotContain("Said before Anna came");
            writes(anew, "Said by Anna again");
            JON.goTo("/tryout/" + room).opensTheRoom().sees("Said by Anna again");
            for (var visitor : List.of(MARA, JON)) {
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    private static void writesFor(Visitor visitor, String words, String readers) {
        visitor.goTo("/tryout/" + room).opensTheRoom();
        visitor.page().evaluate("""
                readers => { const form = document.querySelector('form[data-record]'); form.dataset.readers = readers;
                  form.querySelector('sealed-field').sayReaders(); }""", readers);
        visitor.fill("Your update", words).press("Send").sees("can read this now.");
    }

    /// A server that gives each text the renewal of the other.
    private static void exchangesRenewals(Visitor visitor) {
        visitor.page().route("**/envelopes", route -> {
            var honest = route.fetch();
            var answer = JsonMapper.shared().readTree(honest.text());
            var renewed = answer.path("mine")
                    .valueStream()
                    .filter(one -> one.path("renewal").isString())
                    .map(ObjectNode.class::cast)
                    .toList();
            assertThat(renewed).hasSize(2);
            var first = renewed.getFirst().path("renewal").asString();
            renewed.getFirst().put("renewal", renewed.getLast().path("renewal").asString());
            renewed.getLast().put("renewal", first);
            route.fulfill(new Route.FulfillOptions().setResponse(honest).setBody(answer.toString()));
        });
    }

    private static void opensByWords(Visitor visitor) {
        visitor.press("Close it on this device").sees("The room is sealed on this device.");
        // Open already where words have opened before.
        visitor.page().locator("room-lock details:has(form)").evaluate("one => { one.open = true; }");
        visitor.fill("Your ten words", String.join(" ", visitor.words()));
        visitor.page().locator("room-lock form button").click();
        visitor.sees("The room is open on this device.");
    }

    /// Mara chairs, has the room's key, and is no reader: the page, the address and the database give her nothing.
    private static void nobodyElseReadsWhatWasRenewed() {
        MARA.goTo("/tryout/" + room).opensTheRoom();
        assertThat(MARA.page().locator("main").innerText()).doesNotContain("For Anna");
        assertThat(MARA.page().evaluate("""
                        async room => (await (await fetch(`/rooms/${room}/envelopes`,
                          { headers: { Accept: 'application/json' } })).json()).mine.length""", room)).isEqualTo(0);
        assertThat(renewals(person(MARA))).isZero();
        assertThat(renewals(WHO)).isEqualTo(2);
    }

    private static int renewals(PersonId who) {
        return Acting.as(
                new Actor.Person(who),
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from rooms.renewal where room_id = :room")
                        .param("room", room)
                        .query(Integer.class)
                        .single()));
    }

    /// Signed in by a link alone, she reaches her keys and nothing else.
    private static void makesNewKeys(Visitor visitor) {
        visitor.goTo(ByLink.address(PEERAGE, WHO, visitor.name())).press("Sign in");
        visitor.goTo("/keys/proof").follow("I have neither a passkey nor my ten words");
        visitor.sees("Lost for good are drafts that you have not sent");
        visitor.looksRight(PICTURES, "before");
        visitor.press("Make new keys").keepsNewWords().sees("Your eight words");
    }

    private static void nothingIsReached(Visitor visitor) {
        for (var path : List.of("/rooms/" + room + "/ledger", "/rooms", "/rooms/" + room + "/new-cards")) {
            assertThat(visitor.page()
                            .evaluate(
                                    "async path => (await fetch(path, { headers: { Accept: 'application/json' } })).status",
                                    path))
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private static void stillTheOldKey() {
        PlaywrightAssertions.assertThat(JON.page().locator("[data-inside='" + WHO + "'] [data-line]"))
                .containsText("Let in without a check");
    }

    private static void aDayLater(Visitor visitor) {
        visitor.page()
                .clock()
                .setSystemTime(Instant.now().plus(Duration.ofHours(25)).toEpochMilli());
    }

    private static List<String> words(Visitor visitor, String where) {
        visitor.page().locator(where).first().waitFor();
        return visitor.page().locator(where).allTextContents();
    }

    private static void writes(Visitor visitor, String words) {
        visitor.goTo("/tryout/" + room).opensTheRoom();
        visitor.fill("Your update", words).press("Send").sees(words);
    }

    private static void comesIn(Visitor visitor) {
        var home = "/groups/" + HERE.group;
        HERE.seat(person(visitor), visitor.name());
        HERE.sign(person(visitor));
        MARA.letsIn(visitor, home);
    }

    private static PersonId person(Visitor visitor) {
        return new PersonId(UUID.fromString(Objects.toString(
                visitor.page().evaluate("async () => (await (await fetch('/keys/me')).json()).person"))));
    }
}
