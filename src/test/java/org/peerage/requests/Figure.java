package org.peerage.requests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Somebody of the demonstration, signed in.
record Figure(URI base, String cookie) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// Waits until the demonstration is there.
    static Figure chairOf(URI base) throws IOException, InterruptedException {
        var nobody = new Figure(base, "none=");
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            for (var form : nobody.open("/demo").select("form[action^=/demo/enter/]")) {
                var somebody = nobody.enter(form.attr("action"));
                var group =
                        somebody.open("/").select("a[href~=^/groups/[^/]*$]").attr("href");
                if (!group.isEmpty()
                        && !somebody.open(group)
                                .select("a[href~=^/meetings/[^/]*$]")
                                .isEmpty()) {
                    return somebody;
                }
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("the demonstration at " + base + " is not ready");
    }

    private Figure enter(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(
                request(path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return new Figure(
                base, answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0]);
    }

    Document open(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " is answered with " + answer.statusCode());
        }
        return Jsoup.parse(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Cookie", cookie)
                .header("Accept", "text/html, */*;q=0.5");
    }

    /// Where the first link of that kind on a page leads.
    String first(String page, String pattern) throws IOException, InterruptedException {
        return open(page).select("a[href]").eachAttr("href").stream()
                .filter(path -> path.matches(pattern))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no link to " + pattern + " on " + page));
    }
}
