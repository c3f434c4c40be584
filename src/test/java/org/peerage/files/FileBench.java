package org.peerage.files;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// A file of the largest size up and down in a real browser, and the scripts that pages fetch.
final class FileBench {

    private static final int BYTES = 25 * 1024 * 1024;

    private final Visitor visitor;
    private final String wall;

    private FileBench(Visitor visitor, String wall) {
        this.visitor = visitor;
        this.wall = wall;
    }

    public static void main(String[] arguments) {
        try {
            run(Integer.parseInt(arguments[0]));
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(int turns) throws IOException {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        try (var theo =
                Visitor.atALaptop("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            var bench = new FileBench(theo, "/groups/" + here.group + "/wall");
            System.out.println("turn | up, s | up, MB/s | down, s | down, MB/s");
            for (var turn = 1; turn <= turns; turn++) {
                bench.measure(turn);
            }
            System.out.println("page | scripts | kB, compressed");
            for (var page : List.of("/", bench.wall)) {
                bench.scripts(page);
            }
        }
    }

    private void measure(int turn) {
        visitor.goTo(wall).opensTheRoom();
        // Made in the page, so that nothing is measured of how a test brings a file there.
        var up = (Number) visitor.page().evaluate("""
                        async ([bytes, name]) => {
                          const all = new Uint8Array(bytes);
                          for (let at = 0; at < bytes; at += 65536) crypto.getRandomValues(all.subarray(at, Math.min(at + 65536, bytes)));
                          const files = new DataTransfer();
                          files.items.add(new File([all], name));
                          const field = document.querySelector('sealed-files');
                          const input = field.querySelector('input');
                          const began = performance.now();
                          input.files = files.files;
                          input.dispatchEvent(new Event('change'));
                          await new Promise((done) => {
                            const look = () => field.querySelector('li[data-state=there]') && done();
                            new MutationObserver(look).observe(field, { subtree: true, attributes: true, childList: true });
                          });
                          return performance.now() - began;
                        }""", List.of(BYTES, "Film " + turn + ".bin"));
        visitor.fill("Say something to the group", "Turn " + turn).press("Say it");
        var name = "Download Film " + turn + ".bin";
        visitor.page()
                .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .waitFor();
        var began = System.nanoTime();
        visitor.page().waitForDownload(() -> visitor.press(name)).path();
        var down = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        System.out.printf(
                Locale.ROOT,
                "%d | %.2f | %.1f | %.2f | %.1f%n",
                turn,
                up.doubleValue() / 1000,
                rate(up.doubleValue()),
                down / 1000.0,
                rate((double) down));
    }

    private static double rate(double millis) {
        return BYTES / 1000.0 / millis;
    }

    private void scripts(String path) throws IOException {
        visitor.goTo(path);
        visitor.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        var addresses = (List<?>) visitor.page().evaluate("""
                () => [...new Set(performance.getEntriesByType('resource').map(({ name }) => name))]
                  .filter((name) => /\\.m?js(\\?|$)/.test(name))""");
        var size = 0L;
        for (var address : addresses) {
            var packed = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write(visitor.page().request().get((String) address).body());
            }
            size += packed.size();
        }
        System.out.printf(
                Locale.ROOT,
                "%s | %d | %.1f%n",
                path.equals("/") ? "first page" : "wall, in the room",
                addresses.size(),
                size / 1000.0);
    }
}
