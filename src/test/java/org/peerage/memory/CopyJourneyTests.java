package org.peerage.memory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.AgeCopy;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import tools.jackson.databind.json.JsonMapper;

/// A member takes the room along: sealed, opened elsewhere, and not behind the others' backs; and what is theirs,
/// plain.
class CopyJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "memory");

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);

    private void says(PersonId person, String words) {
        UUID id = Ids.next();
        var answer = Pages.seenBy(person)
                .post(
                        here.group.address() + "/wall",
                        "sealed",
                        here.sealed(person, new KeyholderRoom.About("wall-entry", id, id), Map.of("text", words)));
        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void theWholeRoomIsOneFileThatItsWordsOpenAndTheRoomIsTold(@TempDir Path folder) throws Exception {
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            says(ada, "The mill is sold.\n# And this is no heading");
            says(noor, "Who knows a lawyer?");
            var plan = attached(theo, folder, "The plan, floor 2.bin");
            theo.goTo(here.group.address()).follow("Copy of the room");
            theo.opensTheRoom().sees("Nobody has taken a copy of this room.");
            theo.press("Tell the room and make the copy").sees("The copy is ready. Texts: 3, files: 1.");
            assertThat(theo.page().locator("[data-log] li")).containsText("Member, ");
            theo.looksRight(PICTURES, "copy");
            var words = String.join(" ", theo.page().locator("[data-list] li").allTextContents());
            assertThat(words.split(" ")).hasSize(10);
            var file = saved(theo, "Save the file", folder);

            assertThat(AgeCopy.opened(file, words + "x")).isEmpty();
            var inside = untar(AgeCopy.opened(file, words).orElseThrow());
            var path = "files/0001-The plan, floor 2.bin";
            assertThat(inside.keySet()).containsExactly(path, "room.md", "room.json", "group.json", "ledger.json");
            assertThat(inside)
                    .hasEntrySatisfying(
                            path,
                            kept -> assertThat(kept.getBytes(StandardCharsets.ISO_8859_1))
                                    .isEqualTo(plan));
            assertThat(inside.get("room.md"))
                    .contains("# Tuesday Circle")
                    .contains("The wall · Member")
                    .contains("> The mill is sold.")
                    .contains("> \\# And this is no heading")
                    .contains("`" + path + "`");
            var json = JsonMapper.shared().readTree(inside.get("room.json"));
            assertThat(json.path("texts")
                            .valueStream()
                            .map(text -> text.path("words").path("text").asString()))
                    .contains("The mill is sold.\n# And this is no heading", "Who knows a lawyer?");
            assertThat(json.path("texts").findValuesAsString("path")).containsExactly(path);
            assertThat(json.path("missing")).isEmpty();
            var group = JsonMapper.shared().readTree(inside.get("group.json"));
            assertThat(group.path("people").findValuesAsString("name")).contains("Theo Brannigan");
            assertThat(group.path("meetings").isArray()).isTrue();
            assertThat(group.path("commitments").isArray()).isTrue();
            assertThat(JsonMapper.shared().readTree(inside.get("ledger.json")).valueStream())
                    .anyMatch(entry -> entry.path("kind").asString().equals("export"));

            theo.goTo(here.group.address() + "/copy").sees("Member, ");
            assertThat(theo.page().locator("[data-list] li")).hasCount(0);
            theo.goTo(here.group.address() + "/room");
            assertThat(theo.page().locator("room-log [data-list] li").first())
                    .hasText(Pattern.compile(".*: Member took a copy of the room"));
            assertThat(theo.complaints()).isEmpty();
        }
    }

    /// The stock program, where it is installed.
    @Test
    void aKeyOfOnesOwnOpensItWithTheStockTool(@TempDir Path folder) throws Exception {
        try (var theo =
                Visitor.atALaptop("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            says(ada, "The mill is sold.");
            theo.goTo(here.group.address() + "/copy").opensTheRoom().sees("Nobody has taken");
            theo.page().getByLabel("For a key of mine").check();
            theo.fill("Your key", "age1nothing").press("Tell the room and make the copy");
            theo.sees("This is no key that a copy can be sealed to.").sees("Nobody has taken a copy of this room.");
            theo.fill("Your key", AgeCopy.TEST_RECIPIENT)
                    .press("Tell the room and make the copy")
                    .sees("The copy is ready. Texts: 1, files: 0.");
            assertThat(theo.page().locator("[data-list] li")).hasCount(0);
            var sealed = folder.resolve("room.age");
            Files.write(sealed, saved(theo, "Save the file", folder));
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin/age")), "the stock age is not on this machine to open it");
            var key = Files.writeString(folder.resolve("key.txt"), AgeCopy.TEST_IDENTITY);
            var age = new ProcessBuilder("/usr/bin/age", "--decrypt", "-i", key.toString(), sealed.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var inside = untar(age.getInputStream().readAllBytes());
            assertThat(age.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(inside.get("room.md")).contains("> The mill is sold.");
        }
    }

    @Test
    void whatIsOnesOwnIsThereAndTheOthersAreNot(@TempDir Path folder) throws Exception {
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            says(ada, "Ada’s words.");
            theo.goTo(here.group.address() + "/wall").opensTheRoom();
            theo.fill("Say something to the group", "Words of Theo’s").press("Say it");
            theo.page().locator(".thread").getByText("Words of Theo’s").waitFor();
            theo.goTo(here.group.address() + "/mine")
                    .sees("Texts that are yours or for you alone: 1")
                    .sees("Words of Theo’s");
            assertThat(theo.page().getByText("Ada’s words.")).hasCount(0);
            theo.looksRight(PICTURES, "mine");
            var text = new String(saved(theo, "Save as a text to read", folder), StandardCharsets.UTF_8);
            assertThat(text).contains("> Words of Theo’s").doesNotContain("Ada’s");
            var json = JsonMapper.shared().readTree(saved(theo, "Save for a program", folder));
            assertThat(json.path("texts")).hasSize(1);
            assertThat(theo.complaints()).isEmpty();
        }
    }

    /// More than one part of a file, and not a whole number of blocks.
    private byte[] attached(Visitor visitor, Path folder, String name) throws IOException {
        var bytes = new byte[(3 << 20) + 77];
        new Random(7).nextBytes(bytes);
        visitor.goTo(here.group.address() + "/wall").opensTheRoom();
        visitor.page().locator("sealed-files input").first().setInputFiles(Files.write(folder.resolve(name), bytes));
        visitor.sees("Sealed. It goes with your words.");
        visitor.fill("Say something to the group", "With the plan.").press("Say it");
        visitor.page().locator(".thread").getByText("With the plan.").waitFor();
        return bytes;
    }

    private static byte[] saved(Visitor visitor, String link, Path folder) throws IOException {
        var download = visitor.page()
                .waitForDownload(() -> visitor.page().getByText(link).click());
        var file = folder.resolve(UUID.randomUUID().toString());
        download.saveAs(file);
        return Files.readAllBytes(file);
    }

    /// As POSIX describes it: a header of 512 bytes, then the content in blocks.
    private static Map<String, String> untar(byte[] tar) {
        var files = new LinkedHashMap<String, String>();
        for (var at = 0; tar[at] != 0; ) {
            var name = new String(tar, at, 100, StandardCharsets.UTF_8).replace("\0", "");
            var size = Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.UTF_8), 8);
            var charset = name.startsWith("files/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            files.put(name, new String(tar, at + 512, size, charset));
            at += 512 + (size + 511) / 512 * 512;
        }
        return files;
    }
}
