package org.peerage.doors.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands one delivery to its address: in ten seconds or not, without following where the answer leads, and without
/// reading more of it than its status.
@Component
class HookSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HookAddress addresses;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    HookSender(HookAddress addresses, InstantSource clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /// @param status null where nothing was answered
    /// @param trouble empty where it was taken
    record Outcome(@Nullable Integer status, String trouble) {

        boolean taken() {
            return trouble.isEmpty();
        }
    }

    Outcome send(DeliveryStore.Outgoing told) {
        if (addresses.wrong(told.address()).isPresent()) {
            return new Outcome(null, "address");
        }
        var now = clock.instant();
        var request = HttpRequest.newBuilder(URI.create(told.address()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Peerage")
                .header("webhook-id", told.id().toString())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", HookSecret.signatures(told.secrets(), told.id(), now, told.body()))
                .POST(HttpRequest.BodyPublishers.ofString(told.body(), StandardCharsets.UTF_8))
                .build();
        try {
            var status = http.send(request, answer -> new Unread()).statusCode();
            return new Outcome(status, status >= 200 && status < 300 ? "" : "answer");
        } catch (IOException nobody) {
            return new Outcome(null, "unreachable");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome(null, "unreachable");
        }
    }

    /// However much is answered, nothing of it is taken in.
    private static final class Unread implements HttpResponse.BodySubscriber<Boolean> {

        @Override
        public CompletionStage<Boolean> getBody() {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> part) {}

        @Override
        public void onError(Throwable broken) {}

        @Override
        public void onComplete() {}
    }
}
