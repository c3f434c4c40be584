package org.peerage.memory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A member looks for what was said, at a telephone; the index is theirs, this room's, and sealed.
class SearchJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "memory");

    private final GroupFixture here = GroupFixture.aGroup().with(2).inAnOpenRoom();
    private final PersonId ada = here.members.getFirst();
    private final Visitor theo =
            Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base());

    @BeforeEach
    void somebodyHasTalked() {
        here.seat(theo);
        says("We met the café owner in Łódź, and she will sell her RÉSUMÉ shop.");
        says("A quiet month. The depot moved.");
    }

    @AfterEach
    void goes() {
        theo.close();
    }

    private UUID says(String words) {
        var id = Ids.next();
        var answer = Pages.seenBy(ada)
                .post(
                        here.group.address() + "/wall",
                        "sealed",
                        here.sealed(ada, new KeyholderRoom.About("wall-entry", id, id), Map.of("text", words)));
        assertThat(answer.status()).isEqualTo(302);
        return id;
    }

    private Visitor searches() {
        theo.goTo(here.group.address() + "/search").opensTheRoom();
        return theo;
    }

    private Locator found() {
        return theo.page().locator("[data-results] > li");
    }

    @Test
    void theBeginningsOfWordsAreFoundWithoutTheirAccents() {
        theo.goTo(here.group.address()).follow("Search");
        theo.opensTheRoom().sees("2 texts can be searched.");
        theo.fill("Look for", "lodz cafe");
        assertThat(found()).hasCount(1);
        assertThat(found()).containsText("Member · ");
        assertThat(found().locator("mark")).hasText(new String[] {"café", "Łódź"});
        theo.fill("Look for", "ep").sees("Nothing found.");
        assertThat(found()).hasCount(0);
        theo.fill("Look for", "DEP").sees("1 found");
        theo.looksRight(PICTURES, "search");
        found().getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
        theo.sees("A quiet month. The depot moved.");
        assertThat(theo.complaints()).isEmpty();
    }

    @Test
    void whatIsSaidMeanwhileIsFoundAndTheIndexIsKeptSealedUntilTheRoomIsClosed() {
        searches().sees("2 texts can be searched.");
        says("Something about a lighthouse.");
        theo.page().getByLabel("Look for").focus();
        theo.fill("Look for", "light");
        assertThat(found()).hasCount(1);
        // Found is what is read; kept it is a little later, with those that were kept before.
        theo.page().locator("room-search[data-ready='3']").waitFor();
        assertThat(kept()).isPositive();
        assertThat((Boolean) theo.page().evaluate(INDEX + """
                .then((all) => all.some(({sealed}) => /lighthouse|depot/i.test(new TextDecoder().decode(sealed))))
                """)).isFalse();

        var asked = asksForTexts();
        theo.goTo(here.group.address() + "/search").sees("3 texts can be searched.");
        assertThat(asked.get()).as("texts that were asked for again").isZero();

        theo.fill("Look for", "light").press("Close it on this device").sees("The room is sealed on this device.");
        assertThat(found()).hasCount(0);
        assertThat(theo.page().getByLabel("Look for")).hasValue("");
        theo.page().waitForCondition(() -> kept() == 0);
    }

    @Test
    void anIndexOfAnotherRoomIsNoIndex() {
        searches().sees("2 texts can be searched.");
        theo.page().waitForCondition(() -> kept() == 1);
        // What lies there is taken for another room's: the bytes are whole, the place is not theirs.
        theo.page().evaluate("""
                () => new Promise((done, failed) => {
                  const request = indexedDB.open('peerage');
                  request.onsuccess = () => {
                    const store = request.result.transaction('index', 'readwrite').objectStore('index');
                    store.openCursor().onsuccess = ({target: {result: cursor}}) => {
                      const {epoch, sealed} = cursor.value;
                      sealed[sealed.length - 1] ^= 1;
                      store.put({epoch, sealed}, cursor.key).onsuccess = done;
                    };
                  };
                  request.onerror = failed;
                })
                """);
        var asked = asksForTexts();
        theo.goTo(here.group.address() + "/search").sees("2 texts can be searched.");
        assertThat(asked.get()).isPositive();
    }

    private java.util.concurrent.atomic.AtomicInteger asksForTexts() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        theo.page().onRequest(request -> {
            if (request.url().endsWith("/records")) {
                asked.incrementAndGet();
            }
        });
        return asked;
    }

    private static final String INDEX = """
            new Promise((done, failed) => {
              const request = indexedDB.open('peerage');
              request.onsuccess = () => {
                const all = request.result.transaction('index').objectStore('index').getAll();
                all.onsuccess = () => { request.result.close(); done(all.result); };
              };
              request.onerror = failed;
            })
            """;

    private int kept() {
        return ((Number) theo.page().evaluate(INDEX + ".then((all) => all.length)")).intValue();
    }
}
