package org.peerage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.peerage.identity.PersonalLinks;
import org.peerage.sealing.Keyholder;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Somebody who calls the running program without a browser, enrolled like everybody else, with ten words.
public final class Caller {

    private static final String WORDS = "river lemon stone winter garden paper silver orange forest music";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final RunningPeerage peerage;
    private final String name;
    private PersonId person = new PersonId(new UUID(0, 0));
    private Keyholder keys = Keyholder.create(new UUID(0, 0), Instant.EPOCH);

    private Caller(RunningPeerage peerage, String name) {
        this.peerage = peerage;
        this.name = name;
    }

    public static Caller stranger(RunningPeerage peerage) {
        return new Caller(peerage, "Nobody");
    }

    /// Nobody yet, with the name they will give.
    public static Caller named(RunningPeerage peerage, String name) {
        return new Caller(peerage, name);
    }

    /// Enrols by a link of the given kind, as the module that issues it would have made it.
    public static Caller enrolled(RunningPeerage peerage, String name, String kind, UUID subject) {
        var link = Acting.asProgram(
                "sign-in", () -> peerage.bean(PersonalLinks.class).issue(kind, subject, name, "/keys"));
        return new Caller(peerage, name).takeUp(link.url());
    }

    public static Caller enrolled(RunningPeerage peerage, String name) {
        return enrolled(peerage, name, "test.nothing", Ids.next());
    }

    public Caller takeUp(String link) {
        var path = URI.create(link).getPath();
        person = new PersonId(
                UUID.fromString(page(path).expectFirst("[data-person]").attr("data-person")));
        keys = Keyholder.create(person.value(), Instant.parse("2026-01-01T00:00:00Z"));
        var answer = json("POST", path, """
                {"name":"%s","device":"","passkey":null,"card":%s,"rooms":%s,
                "locks":[{"kind":"words","file":"%s"}]}""".formatted(
                        name, keys.card().json(), keys.ownRooms(1, "{}").json(), base64(keys.lockWithWords(WORDS))));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("enrolment was answered " + answer.statusCode());
        }
        return this;
    }

    private static String base64(byte[] bytes) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public PersonId person() {
        return person;
    }

    public Actor actor() {
        return new Actor.Person(person);
    }

    public Keyholder keys() {
        return keys;
    }

    /// As a request carries them, for a program that asks on its own.
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "text/plain", "", Map.of());
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", body, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    public HttpResponse<String> send(
            String method, String path, String type, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(peerage.base().resolve(path))
                .header("Content-Type", type)
                .header("Accept", "text/html, application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
