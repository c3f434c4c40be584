package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.mail.PostOffice;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever is invited by mail answers from the letter, without signing in, for themselves and about this date alone.
class ComingByLinkTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.of(2031, 3, 4, 18, 0);

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PostOffice post = new PostOffice();

    @AfterEach
    void theMailServerStops() {
        post.close();
    }

    @Test
    void anAnswerFromTheLetterIsTheReadersOwnAndCanBeChanged() throws Exception {
        var date = invited();
        var link = link();
        var stranger = Caller.stranger(peerage);
        assertThat(stranger.page(link).text()).contains("Tuesday Circle meets on Tue 4 March 2031", "I am coming");
        assertThat(answers(date)).as("looking answers nothing").isEmpty();

        assertThat(stranger.post(link, Map.of("choice", "yes")).body()).contains("knows that you are coming");
        assertThat(answers(date)).containsExactly(ada + " true");
        stranger.post(link, Map.of("choice", "yes"));
        assertThat(stranger.post(link, Map.of("choice", "no")).body()).contains("knows that you cannot come");
        assertThat(answers(date)).containsExactly(ada + " false");
        assertThat(stranger.post(link, Map.of("choice", "done")).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/groups/" + here.group).statusCode())
                .as("it opens nothing else")
                .isNotEqualTo(200);
    }

    @Test
    void aLinkEndsWithTheDateWithTheSeatAndWithItsTime() throws Exception {
        var date = invited();
        var link = link();
        var stranger = Caller.stranger(peerage);
        assertThat(stranger.get(link).statusCode()).isEqualTo(200);
        here.letOut(ada);
        assertThat(stranger.get(link).statusCode()).isEqualTo(404);
        assertThat(stranger.post(link, Map.of("choice", "yes")).statusCode()).isEqualTo(404);
        assertThat(answers(date)).isEmpty();
        assertThat(stranger.get("/act/" + "x".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheHashOfALinkIsKeptAndNoLetterKeepsIt() throws Exception {
        invited();
        var token = link().substring("/act/".length());
        assertThat(Acting.asProgram(
                        "mail",
                        () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                                .sql("select count(*) from mail.letter where body like :token")
                                .param("token", "%" + token + "%")
                                .query(Long.class)
                                .single())))
                .isZero();
    }

    @Test
    void aCancelledDateAsksNobody() throws Exception {
        var date = invited();
        var link = link();
        as(here.chair(), () -> {
            peerage.bean(Dates.class).cancel(date);
            return date;
        });
        assertThat(Caller.stranger(peerage).get(link).statusCode()).isEqualTo(404);
    }

    private DateId invited() {
        Pages.seenBy(ada).post("/mail/address", "address", address());
        return as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", ""));
    }

    private String address() {
        return ada + "@example.org";
    }

    private String link() throws Exception {
        var found = Pattern.compile("/act/\\S+")
                .matcher(words(post.deliver().to(address()).getFirst()));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String words(MimeMessage letter) throws Exception {
        var part = letter.getContent();
        while (part instanceof Multipart several) {
            part = several.getBodyPart(0).getContent();
        }
        return part.toString();
    }

    private List<String> answers(DateId date) {
        return as(
                here.chair(),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select person_id || ' ' || coming from scheduling.answer where date_id = :date")
                        .param("date", date.value())
                        .query(String.class)
                        .list()));
    }
}
