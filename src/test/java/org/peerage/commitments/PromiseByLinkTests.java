package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.mail.PostOffice;
import org.peerage.notices.LaterFixture;
import org.peerage.tenancy.PersonId;

/// A promise that comes due is told its owner and nobody else, and can be settled from the letter.
class PromiseByLinkTests extends CommitmentsOfThree {

    @Test
    void theOwnerHearsTheDayBeforeAndMovesItAndSettlesItFromTheLetter() throws Exception {
        Pages.seenBy(ada).post("/mail/address", "address", ada + "@example.org");
        var id = commit(ada, noor, today.plusDays(10));
        assertThat(sentences(noor)).contains("chosen you as witness");
        assertThat(sentences(ada)).doesNotContain("is due on");
        try (var post = new PostOffice()) {
            assertThat(post.deliver().to(ada + "@example.org")).isEmpty();
            LaterFixture.tellAsIfIn(Duration.ofDays(10));
            var letter = post.deliver().to(ada + "@example.org").getFirst();
            assertThat(letter.getSubject()).isEqualTo("Due soon in Tuesday Circle");
            var body = letter.getContent().toString();
            assertThat(body).doesNotContain(CANARY);
            var found = Pattern.compile("/act/\\S+").matcher(body);
            assertThat(found.find()).isTrue();

            var stranger = Caller.stranger(peerage);
            assertThat(stranger.page(found.group()).text()).contains("It is done", "Move it");
            assertThat(stranger.post(
                                    found.group(),
                                    Map.of(
                                            "choice",
                                            "move",
                                            "day",
                                            today.plusDays(3).toString()))
                            .statusCode())
                    .as("earlier")
                    .isEqualTo(422);
            assertThat(stranger.post(
                                    found.group(),
                                    Map.of(
                                            "choice",
                                            "move",
                                            "day",
                                            today.plusDays(20).toString()))
                            .body())
                    .contains("It is due on");
            assertThat(stranger.post(found.group(), Map.of("choice", "done")).body())
                    .contains("kept as done");
            assertThat(stranger.page(found.group()).text())
                    .contains("is settled")
                    .doesNotContain("Move it");
            assertThat(stranger.post(found.group(), Map.of("choice", "done")).statusCode())
                    .isEqualTo(404);
            assertThat(sentences(noor)).doesNotContain("chosen you as witness");
            assertThat(sentences(ada)).doesNotContain("is due on");
            assertThat(id).isNotNull();
        }
    }

    private String sentences(PersonId person) {
        return Pages.seenBy(person)
                .get("/notices")
                .page()
                .select("[data-notice]")
                .text();
    }
}
