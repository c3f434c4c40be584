package org.peerage.upkeep;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.peerage.web.PublicAddress;

/// The instance as a browser reaches it: name, certificate, proxy. Asks for the one page that says only that it runs.
final class FromOutside {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofDays(14);

    private final PublicAddress address;
    private final InstantSource clock;

    FromOutside(PublicAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    List<Finding> look() {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address.address().resolve("/livez"))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return findings(answer);
        } catch (SSLException e) {
            return List.of(Finding.bad(
                    "certificate", "browsers will not take the one of " + address.origin() + ": " + e.getMessage()));
        } catch (IOException e) {
            return List.of(Finding.bad(
                    "address",
                    address.origin()
                            + " does not answer; look at its name in the domain system, its port, and the proxy"
                            + " (deploy/ has samples). " + e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Finding> findings(HttpResponse<Void> answer) {
        var findings = new ArrayList<Finding>();
        if (answer.statusCode() != 200) {
            findings.add(Finding.bad(
                    "address",
                    address.origin() + " answers with " + answer.statusCode()
                            + " and not as Peerage; look at the proxy."));
            return findings;
        }
        findings.add(Finding.good("address", address.origin() + " reaches a Peerage"));
        findings.add(
                answer.headers().firstValue("Strict-Transport-Security").isPresent()
                        ? Finding.good("proxy", "is believed")
                        : Finding.bad(
                                "proxy",
                                "what it says is not believed: name its address in PEERAGE_PROXIES, and let it set"
                                        + " X-Forwarded-For and X-Forwarded-Proto."));
        answer.sslSession().ifPresent(session -> {
            try {
                if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                    findings.add(certificate(certificate));
                }
            } catch (SSLException e) {
                findings.add(Finding.bad("certificate", String.valueOf(e.getMessage())));
            }
        });
        return findings;
    }

    private Finding certificate(X509Certificate certificate) {
        // Certificates still speak of the old dates; a format turns one into a number.
        var end = Instant.ofEpochMilli(Long.parseLong("%tQ".formatted(certificate.getNotAfter())));
        var left = Duration.between(clock.instant(), end);
        var sentence = "good for " + left.toDays() + " days more";
        return left.compareTo(SOON) < 0
                ? Finding.look("certificate", sentence + "; look whether it renews itself")
                : Finding.good("certificate", sentence);
    }
}
