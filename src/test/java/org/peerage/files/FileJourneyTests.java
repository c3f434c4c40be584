package org.peerage.files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Files go with words, from a telephone on a bad line to a laptop, and are never more than files.
class FileJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "files");
    private static final String PAGE_WITH_SCRIPT =
            "<!doctype html><script>opener.stolen = 1; window.stolen = 1</script><p>Not a page of ours";
    private static final String DRAWING_WITH_SCRIPT =
            "<svg xmlns='http://www.w3.org/2000/svg' onload='window.stolen = 1'><script>window.stolen = 1</script></svg>";

    private final GroupFixture here = GroupFixture.aGroup().with(2).inAnOpenRoom();
    private final String wall = "/groups/" + here.group + "/wall";
    private final String files = "/groups/" + here.group + "/files";

    @Test
    void aPictureIsShownAndEverythingElseIsDownloadedAndNothingElse() throws IOException {
        var base = RunningPeerage.shared().base();
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            noor.goTo("/groups/" + here.group).follow("Files").opensTheRoom();
            noor.sees("No file has been put here yet.").looksRight(PICTURES, "none");
            theo.goTo(wall).opensTheRoom();
            attach(
                    theo,
                    file("Depot.png", "image/png", picture()),
                    file("Invitation.html", "text/html", PAGE_WITH_SCRIPT),
                    file("Logo.svg", "image/svg+xml", DRAWING_WITH_SCRIPT),
                    file("Looks like one.png", "image/png", PAGE_WITH_SCRIPT));
            assertThat(going(theo, "there")).hasCount(4);
            theo.looksRight(PICTURES, "attached");
            theo.fill("Say something to the group", "This is the depot.").press("Say it");
            assertThat(theo.page().locator(".thread .files img")).hasCount(1);
            assertThat(theo.page().locator("sealed-files li")).hasCount(0);

            noor.goTo(wall).opensTheRoom().sees("This is the depot.");
            var shown = noor.page().locator(".thread .files img");
            assertThat(shown).hasCount(1);
            assertThat(shown).hasAttribute("alt", "Depot.png");
            assertThat(shown).hasJSProperty("naturalWidth", 40);
            noor.looksRight(PICTURES, "on-the-wall");
            theo.looksRight(PICTURES, "on-the-wall-at-a-phone");
            downloads(noor, "Invitation.html", PAGE_WITH_SCRIPT.getBytes(StandardCharsets.UTF_8));
            downloads(noor, "Logo.svg", DRAWING_WITH_SCRIPT.getBytes(StandardCharsets.UTF_8));
            downloads(noor, "Looks like one.png", PAGE_WITH_SCRIPT.getBytes(StandardCharsets.UTF_8));
            downloads(noor, "Depot.png", picture());
            assertThat(noor.page().context().pages()).hasSize(1);
            assertThat(noor.page().evaluate("() => window.stolen ?? 'nothing'")).isEqualTo("nothing");

            noor.goTo(files).opensTheRoom();
            var list = noor.page().locator("file-list li");
            assertThat(list).hasCount(4);
            assertThat(list.first()).containsText("Member · ");
            assertThat(list.first()).containsText("with: This is the depot.");
            assertThat(list.getByText("Invitation.html")).hasCount(1);
            assertThat(list.locator("img")).hasCount(1);
            noor.looksRight(PICTURES, "list");
            noor.press("Close it on this device");
            assertThat(list).hasCount(0);
            assertThat(noor.page().locator("file-list")).containsText("Sealed");
            for (var visitor : List.of(theo, noor)) {
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    @Test
    void onABadLineWhatWasAttachedAndTypedIsKeptAndGoesWhenItIsBack() {
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            theo.goTo(wall).opensTheRoom();
            theo.page().context().setOffline(true);
            attach(theo, file("Plan.bin", "application/octet-stream", bytes(1_500_000)));
            assertThat(going(theo, "waiting")).containsText("It goes on by itself");
            theo.fill("Say something to the group", "The plan, from the train.").press("Say it");
            theo.page().context().setOffline(false);
            theo.sees("The plan, from the train.");
            assertThat(theo.page().locator(".thread sealed-file[data-state=open]"))
                    .hasCount(1);
            downloads(theo, "Plan.bin", bytes(1_500_000));
        }
    }

    /// A server that gives other bytes than it was given.
    @Test
    void aPartExchangedLeftOutCutOrOfAnotherFileIsRefusedByNameAndNothingIsShown() {
        try (var noor =
                Visitor.atALaptop("Noor Whitcombe", RunningPeerage.shared().base())) {
            here.seat(noor);
            noor.goTo(wall).opensTheRoom();
            attach(
                    noor,
                    file("Plan.bin", "application/octet-stream", bytes(1_500_000)),
                    file("Other.bin", "application/octet-stream", bytes(1_500_001)));
            assertThat(going(noor, "there")).hasCount(2);
            noor.fill("Say something to the group", "Two plans.").press("Say it");
            var plan = noor.page().locator(".thread sealed-file").filter(named("Plan.bin"));
            var other = noor.page().locator(".thread sealed-file").filter(named("Other.bin"));
            assertThat(plan).hasAttribute("data-state", "open");
            var id = plan.getAttribute("data-id");
            var another = other.getAttribute("data-id");

            refuses(noor, plan, id + "/1", id + "/0", 0, "is not what was put here");
            refuses(noor, plan, id + "/1", another + "/1", 0, "is not what was put here");
            refuses(noor, plan, id + "/0", id + "/0", 70_000, "is not what was put here");
            refuses(noor, plan, id + "/1", id + "/7", 0, "A part of this file is missing");
            downloads(noor, "Plan.bin", bytes(1_500_000));

            noor.page().route("**" + wall, route -> {
                var answer = route.fetch();
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replaceAll("(?s)<li id=\"file-" + id + "\">.*?</li>", "")));
            });
            noor.goTo(wall).opensTheRoom();
            assertThat(noor.page().locator(".thread sealed-file")).hasCount(1);
            noor.goTo(files).opensTheRoom();
            assertThat(noor.page().locator("file-list li").filter(named("Plan.bin")))
                    .hasCount(1);
        }
    }

    @Test
    void whatIsTooLargeOrLeftOutDoesNotGo() {
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            theo.goTo(wall).opensTheRoom();
            theo.page().evaluate("""
                    () => {
                      const files = new DataTransfer();
                      files.items.add(new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'Film.mov'));
                      files.items.add(new File(['short'], 'Note.txt'));
                      const input = document.querySelector('sealed-files input');
                      input.files = files.files;
                      input.dispatchEvent(new Event('change'));
                    }""");
            theo.sees("Film.mov is larger than 25 MB and was not attached.");
            assertThat(going(theo, "there")).hasCount(1);
            theo.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leave out: Note.txt"))
                    .click();
            theo.fill("Say something to the group", "Words alone.").press("Say it");
            theo.sees("Words alone.");
            assertThat(theo.page().locator(".thread sealed-file")).hasCount(0);
        }
    }

    private static void refuses(Visitor visitor, Locator file, String asked, String given, int cut, String sentence) {
        visitor.page().route("**/files/" + asked, route -> {
            var answer = route.fetch(new com.microsoft.playwright.Route.FetchOptions()
                    .setUrl(route.request().url().replace(asked, given)));
            var body = answer.body();
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setStatus(answer.status())
                    .setBodyBytes(cut == 0 ? body : java.util.Arrays.copyOf(body, cut)));
        });
        file.getByRole(AriaRole.BUTTON).click();
        assertThat(file).containsText(sentence);
        assertThat(file.locator("img")).hasCount(0);
        visitor.page().unroute("**/files/" + asked);
    }

    private static void attach(Visitor visitor, FilePayload... files) {
        visitor.page().locator("sealed-files input").first().setInputFiles(files);
    }

    private static Locator going(Visitor visitor, String state) {
        return visitor.page().locator("sealed-files li[data-state=" + state + "]");
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    private static void downloads(Visitor visitor, String name, byte[] bytes) {
        var download = visitor.page().waitForDownload(() -> visitor.press("Download " + name));
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try {
            assertThat(Files.readAllBytes(download.path())).isEqualTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FilePayload file(String name, String type, String words) {
        return file(name, type, words.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload file(String name, String type, byte[] bytes) {
        return new FilePayload(name, type, bytes);
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
