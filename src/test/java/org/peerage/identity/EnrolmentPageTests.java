package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.sealing.Keyholder;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;

class EnrolmentPageTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    private PersonalLinks.Issued link() {
        return Acting.asProgram(
                "sign-in",
                () -> peerage.bean(PersonalLinks.class).issue("test.nothing", Ids.next(), "Wren Halloway", "/keys"));
    }

    @Test
    void lookingAtALinkUsesNothingUp() {
        var link = link();
        var stranger = Caller.stranger(peerage);
        assertThat(stranger.get("/join/" + link.token()).statusCode()).isEqualTo(200);
        assertThat(stranger.page("/join/" + link.token()).expectFirst("#name").val())
                .isEqualTo("Wren Halloway");
    }

    @Test
    void whatHavingNoPasskeyMeansStandsBesideTheChoice() {
        var form = Caller.stranger(peerage).page("/join/" + link().token()).expectFirst("form[data-step=name]");
        assertThat(form.select("[data-without-passkey]")).hasSize(1);
        assertThat(form.text())
                .contains(
                        "sign in by typing ten words, on every device and each time",
                        "only two members who vouch for you bring you back");
    }

    @Test
    void aLinkLetsInOnePersonHoweverManyTryAtOnce() throws Exception {
        var link = link();
        var attempts = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 6; i++) {
            var caller = Caller.stranger(peerage);
            attempts.add(() -> {
                try {
                    caller.takeUp(link.url());
                    return true;
                } catch (IllegalStateException | NullPointerException | IllegalArgumentException refused) {
                    return false;
                }
            });
        }
        try (var pool = Executors.newFixedThreadPool(6)) {
            var entered = 0;
            for (var result : pool.invokeAll(attempts)) {
                entered += result.get() ? 1 : 0;
            }
            assertThat(entered).isEqualTo(1);
        }
        assertThat(Caller.stranger(peerage).get("/join/" + link.token()).statusCode())
                .isEqualTo(404);
    }

    /// From an address of its own, because what is counted here would be missing for the other tests.
    @Test
    void aHallFullOfPeopleEnrolsFromOneAddressAndGuessingLinksEnds() throws Exception {
        OneStretch.of(Duration.ofHours(1), times -> {
            try (var hall = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName("127.0.0." + (7 + times)))
                    .build()) {
                var link = link();
                for (var person = 0; person < 70; person++) {
                    assertThat(tried(hall, link.token())).isEqualTo(422);
                }
                for (var guess = 0; guess < 60; guess++) {
                    assertThat(tried(hall, "A".repeat(26) + guess)).isEqualTo(410);
                }
                assertThat(tried(hall, "A".repeat(27))).isEqualTo(429);
                assertThat(tried(hall, link.token())).isEqualTo(422);
            }
        });
    }

    private int tried(HttpClient from, String token) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + peerage.base().getPort() + "/join/" + token))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"name":"Wren","device":"","passkey":null,"rooms":{},"card":{},"locks":[]}"""))
                .build();
        return from.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void aCardOfSomebodyElseIsRefusedAndTheLinkStaysGood() {
        var link = link();
        var caller = Caller.stranger(peerage);
        var foreign = Keyholder.create(UUID.randomUUID(), Instant.EPOCH);
        var answer = caller.json(
                "POST", "/join/" + link.token(), """
                {"name":"Wren","device":"","passkey":null,"rooms":{},"card":%s,"locks":[{"kind":"words","file":"%s"}]}""".formatted(foreign.card().json(), "A".repeat(400)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("identity.enrol.wrong.card");
        assertThat(caller.get("/join/" + link.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void secretsThatABrowserSendsByMistakeAreRefused() {
        var link = link();
        var answer = Caller.stranger(peerage).json("POST", "/join/" + link.token(), """
                {"name":"Wren","device":"","rooms":{},"card":{},"locks":[],
                 "passkey":{"id":"x","clientExtensionResults":{"prf":{"results":{"first":"c2VjcmV0"}}}}}""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("c2VjcmV0");
    }

    @Test
    void nonsenseGetsAClearAnswer() {
        var link = link();
        for (var body : List.of("", "[]", "{}", "{\"name\":null}", "null")) {
            assertThat(Caller.stranger(peerage)
                            .json("POST", "/join/" + link.token(), body)
                            .statusCode())
                    .as("answer to %s", body)
                    .isBetween(400, 499);
        }
    }

    @Test
    void somebodyEnrolledSeesOnlyTheirOwnKeys() {
        var caller = Caller.enrolled(peerage, "Wren Halloway");
        assertThat(caller.get("/keys/me").body()).contains(caller.person().toString());
        assertThat(caller.page("/keys").text()).contains("Wren Halloway, these are the ways in");
        assertThat(Caller.stranger(peerage).get("/keys/locks").statusCode()).isIn(302, 401);
    }
}
