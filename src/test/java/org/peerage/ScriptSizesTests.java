package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupFixture;

/// What a page fetches of scripts before anybody has pressed anything, each compressed by itself, as it comes.
class ScriptSizesTests {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export)[^;]*? from \"(\\.[^\"]+)\"|^import \"(\\.[^\"]+)\"");

    private final GroupFixture here = GroupFixture.aGroup().with(1).inAnOpenRoom();

    @Test
    void aPageOutsideTheRoomFetchesAHundredKilobytesAtMost() throws IOException {
        var peerage = RunningPeerage.shared();
        var wren = Caller.enrolled(peerage, "Wren Halloway");
        for (var path : new String[] {"/", "/keys", "/notices"}) {
            assertThat(fetched(wren.page(path))).as(path).isBetween(15_000L, 100_000L);
        }
        for (var path : new String[] {"/sign-in", "/sign-in/device"}) {
            assertThat(fetched(Caller.stranger(peerage).page(path))).as(path).isBetween(15_000L, 100_000L);
        }
    }

    @Test
    void aPageOfTheRoomFetchesTwoHundredAtMost() throws IOException {
        for (var page : new String[] {"", "/wall", "/room", "/search", "/copy", "/mine", "/commitments", "/files"}) {
            var answer = Pages.seenBy(here.chair()).get(here.group.address() + page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(fetched(answer.page())).as(page).isBetween(80_000L, 200_000L);
        }
    }

    private static long fetched(Document page) throws IOException {
        Set<Path> scripts = new HashSet<>();
        for (var address : page.select("script[src]").eachAttr("src")) {
            follow(STATIC.resolve(address.replaceFirst("^/assets/[0-9a-f]+/", "")), scripts);
        }
        var size = 0L;
        for (var script : scripts) {
            var packed = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write(Files.readAllBytes(script));
            }
            size += packed.size();
        }
        return size;
    }

    /// Libraries come whole.
    private static void follow(Path script, Set<Path> seen) throws IOException {
        if (!seen.add(script) || script.startsWith(STATIC.resolve("vendor"))) {
            return;
        }
        for (var found : IMPORT.matcher(Files.readString(script)).results().toList()) {
            var other = found.group(1) == null ? found.group(2) : found.group(1);
            follow(script.resolveSibling(other).normalize(), seen);
        }
    }
}
