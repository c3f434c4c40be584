package org.peerage.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;

/// A stream as a browser holds it: over a connection of its own, whose request ended long ago.
@Timeout(120)
class StreamEndTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoeverIsLetOutHearsNothingMoreAtOnceAndOthersDo() throws Exception {
        var gone = Caller.enrolled(peerage, "Gone Example");
        var another = Caller.enrolled(peerage, "Another Example");
        var here = GroupFixture.aGroup().with(1);
        here.seat(gone.person(), "Gone Example");
        here.seat(another.person(), "Another Example");
        here.inAnOpenRoom();
        try (var theirs = follow(gone);
                var others = follow(another)) {
            hears(theirs, "event:beat");
            hears(others, "event:beat");
            here.letOut(gone.person());
            // Reads on until the stream ends.
            var _ = theirs.readAllBytes();
            peerage.bean(Streams.class).heard(TopicStore.AT + " " + another.person() + " 7");
            hears(others, "data:7");
        }
    }

    @Test
    void aStreamIsAnAnswerLikeAnyOther() throws Exception {
        var caller = Caller.enrolled(peerage, "Caller Example");
        var answer = http.send(asked(caller).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-");
        answer.body().close();
        assertThat(http.send(
                                asked(caller)
                                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverGoesAwayIsForgottenBeforeTheNextWord() throws Exception {
        var caller = Caller.enrolled(peerage, "Caller Example");
        var streams = peerage.bean(Streams.class);
        var theirs = caller.person().value();
        var stream = follow(caller);
        hears(stream, "event:beat");
        assertThat(streams.following(theirs)).isEqualTo(1);
        stream.close();
        within(Duration.ofMinutes(1), () -> streams.following(theirs) == 0);
    }

    @Test
    void everyTopicHasItsTurnAtABeat() throws Exception {
        var streams = peerage.bean(Streams.class);
        try (var some = follow(Caller.enrolled(peerage, "Caller Example"));
                var others = follow(Caller.enrolled(peerage, "Caller Example"))) {
            hears(some, "event:beat");
            hears(others, "event:beat");
            IntStream.range(0, Streams.TURNS).forEach(_ -> streams.work());
            hears(some, "event:beat");
            hears(others, "event:beat");
        }
    }

    private InputStream follow(Caller caller) throws Exception {
        var answer = http.send(asked(caller).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder asked(Caller caller) {
        return HttpRequest.newBuilder(URI.create(peerage.base() + "/notices/events"))
                .header("Cookie", caller.cookies());
    }

    /// Reads on until then.
    private static void hears(InputStream stream, String words) throws Exception {
        var heard = new StringBuilder();
        while (heard.indexOf(words) < 0) {
            var sign = stream.read();
            assertThat(sign).as("the stream ended: %s", heard).isNotNegative();
            heard.append((char) sign);
        }
    }

    private static void within(Duration longest, BooleanSupplier condition) {
        var end = Instant.now().plus(longest);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
