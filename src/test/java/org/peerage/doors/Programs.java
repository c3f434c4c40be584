package org.peerage.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peerage.RunningPeerage;
import org.peerage.mail.Token;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Programs that come with a token, over HTTP as they do.
final class Programs {

    static final Set<TokenScope> ALL = EnumSet.allOf(TokenScope.class);

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Programs() {}

    /// A token of somebody who has no keys: fixtures seat people without any.
    static String tokenOf(PersonId person, Set<TokenScope> scopes) {
        return tokenOf(person, scopes, Instant.now().plus(Duration.ofDays(7)));
    }

    static String tokenOf(PersonId person, Set<TokenScope> scopes, Instant until) {
        var token = Tokens.PREFIX + Token.fresh().text();
        NetworkFixture.as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        insert into doors.token (id, person_id, name, scopes, token_hash, made_at, expires_at)
                        values (:id, :person, 'Board', :scopes, :hash, :made, :until)
                        """)
                        .param("id", Ids.next())
                        .param("person", person.value())
                        .param("scopes", scopes.stream().map(TokenScope::word).toArray(String[]::new))
                        .param("hash", Token.of(token).hash())
                        .param("made", Timestamp.from(Instant.EPOCH))
                        .param("until", Timestamp.from(until))
                        .update());
        return token;
    }

    static HttpResponse<String> get(String path, String token) {
        return send("GET", path, List.of("Authorization", "Bearer " + token));
    }

    static HttpResponse<String> send(String method, String path, List<String> headers) {
        var request = HttpRequest.newBuilder(PEERAGE.base().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
