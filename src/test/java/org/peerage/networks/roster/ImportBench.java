package org.peerage.networks.roster;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.PersonId;

/// A large list through the pages, as a browser sends it: upload, columns, dry run, import, and the same list again.
/// The heap is what the program was started with; more is not there to be had.
final class ImportBench {

    private static final String[] TRADES = {
        "Software", "Health", "Food", "Energy", "Machines", "Law", "Schools", "Ports"
    };
    private static final String[] TOWNS = {
        "Lisbon, Portugal",
        "Hamburg, Germany",
        "Austin, TX, USA",
        "Leeds, United Kingdom",
        "Lyon, France",
        "Osaka, Japan"
    };

    private ImportBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rows = Integer.parseInt(arguments[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var peerage = RunningPeerage.shared();
        var convener = Caller.enrolled(peerage, "Ada Thornbury");
        var network = "/networks/" + NetworkFixture.aNetworkOf(founder(convener));
        var list = list(rows);
        out.printf(
                "%,d rows, %,d bytes, heap %,d MB%n",
                rows, list.length, Runtime.getRuntime().maxMemory() >> 20);
        for (var turn = 1; turn <= 2; turn++) {
            var begun = System.nanoTime();
            var upload = upload(peerage, convener, network, list);
            step(out, turn, "upload", begun);
            var columns = System.nanoTime();
            var page = convener.page(upload);
            step(out, turn, "columns", columns);
            var chosen = System.nanoTime();
            Map<String, String> meanings = new HashMap<>();
            page.select("select[name^=column-]")
                    .forEach(select -> meanings.put(
                            select.attr("name"),
                            select.select("option[selected]").val()));
            convener.post(upload, meanings);
            var rowsPage = convener.page(upload + "/rows");
            step(out, turn, "dry run", chosen);
            out.println("        " + rowsPage.expectFirst("div.next p").text());
            var run = System.nanoTime();
            convener.post(upload + "/run", Map.of());
            step(out, turn, "import", run);
            out.println("        "
                    + convener.page(upload + "/done").select("[role=status]").text());
            step(out, turn, "all of it", begun);
        }
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        out.printf("most heap in use, all pools at their highest: %,d MB%n", peak >> 20);
        System.exit(0);
    }

    private static PersonId founder(Caller convener) {
        NetworkFixture.acceptFoundingLink(convener.person());
        return convener.person();
    }

    private static void step(PrintStream out, int turn, String what, long since) {
        out.printf(
                "turn %d  %-10s %6.1f s%n",
                turn, what, Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0);
    }

    private static String upload(RunningPeerage peerage, Caller convener, String network, byte[] list)
            throws IOException, InterruptedException {
        var edge = "peerage-bench";
        var head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var end = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(peerage.base() + network + "/import"))
                            .header("Content-Type", "multipart/form-data; boundary=" + edge)
                            .header("Cookie", convener.cookies())
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(HttpRequest.BodyPublishers.concat(
                                    HttpRequest.BodyPublishers.ofByteArray(head),
                                    HttpRequest.BodyPublishers.ofByteArray(list),
                                    HttpRequest.BodyPublishers.ofByteArray(end)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.headers()
                    .firstValue("Location")
                    .map(at -> at.replaceFirst("^https?://[^/]+", ""))
                    .orElseThrow(() -> new AssertionError(answer.statusCode() + " "
                            + Jsoup.parse(answer.body()).select("main").text()));
        }
    }

    /// Fictional people, every one another, the same in each run.
    private static byte[] list(int rows) {
        var random = new SplittableRandom(7);
        var text = new StringBuilder("Id,Name,Company,Role,Industry,Sub-industry,Team size,Location,E-mail,Years\n");
        for (var row = 0; row < rows; row++) {
            var trade = random.nextInt(TRADES.length);
            text.append(row)
                    .append(",Person ")
                    .append(row)
                    .append(" Example,House ")
                    .append(row / 3)
                    .append(",Managing director,")
                    .append(TRADES[trade])
                    .append(',')
                    .append(TRADES[trade])
                    .append(' ')
                    .append(random.nextInt(40))
                    .append(',')
                    .append(1 + random.nextInt(900))
                    .append(",\"")
                    .append(TOWNS[random.nextInt(TOWNS.length)])
                    .append("\",p")
                    .append(row)
                    .append("@example.org,")
                    .append(random.nextInt(40))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
