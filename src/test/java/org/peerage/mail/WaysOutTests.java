package org.peerage.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Off means off: by the link in a letter, from a program of mail, and on one's own page; and times by the reader's
/// clock.
class WaysOutTests {

    private static final LetterKind DATES = new LetterKind("scheduling.letters.dates");
    private static final LetterKind DUE = new LetterKind("commitments.letters.due");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final PersonId ada = new PersonId(Ids.next());
    private final String address = ada + "@example.org";
    private final PostOffice post = new PostOffice();

    private record Moved(PersonId to, String key, LetterKind sort) implements Letter {

        private static final Instant SIX_IN_LISBON = Instant.parse("2031-02-04T18:00:00Z");

        @Override
        public String kind() {
            return "meetings.notice.agenda";
        }

        @Override
        public String thread() {
            return key;
        }

        @Override
        public String toName() {
            return "";
        }

        @Override
        public List<Object> facts() {
            return List.of(
                    "Tuesday Circle", new Message.Moment(SIX_IN_LISBON, ZoneId.of("Europe/Lisbon")), 1, "http://there");
        }

        @Override
        public Instant worthUntil() {
            return Instant.now().plus(Duration.ofDays(1));
        }

        @Override
        public Optional<LetterKind> switchable() {
            return Optional.of(sort);
        }
    }

    @AfterEach
    void theMailServerStops() {
        post.close();
    }

    @Test
    void theLinkInALetterSwitchesItsSortOffAndNothingElse() throws Exception {
        named("", "en");
        assertThat(posted(DATES)).isEqualTo(Posting.ON_ITS_WAY);
        var letter = received().getFirst();
        var link = wayOut(letter);
        assertThat(letter.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

        var path = link.substring(link.indexOf("/mail/off/"));
        var stranger = Caller.stranger(peerage);
        assertThat(stranger.get(path).body()).contains("Send me no more of them");
        assertThat(posted(DATES)).as("looking changes nothing").isEqualTo(Posting.ON_ITS_WAY);
        assertThat(stranger.post(path, Map.of("List-Unsubscribe", "One-Click")).statusCode())
                .isEqualTo(200);
        assertThat(stranger.post(path, Map.of()).statusCode())
                .as("twice is once")
                .isEqualTo(200);
        assertThat(posted(DATES)).isEqualTo(Posting.SWITCHED_OFF);
        assertThat(posted(DUE)).isEqualTo(Posting.ON_ITS_WAY);
        assertThat(stranger.get("/mail/off/" + "x".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWaitsWhenASortIsSwitchedOffIsNotSent() throws Exception {
        named("", "en");
        posted(DATES);
        posted(DUE);
        Pages.seenBy(ada).post("/mail/sorts", "sort", DUE.key());
        assertThat(received())
                .singleElement()
                .satisfies(letter -> assertThat(body(letter)).contains("/mail/off/"));
        Pages.seenBy(ada).post("/mail/sorts", "sort", DATES.key());
        assertThat(posted(DATES)).isEqualTo(Posting.ON_ITS_WAY);
        assertThat(posted(DUE)).isEqualTo(Posting.SWITCHED_OFF);
    }

    @Test
    void noLinkThatDoesSomethingLiesInTheDatabase() throws Exception {
        named("", "en");
        posted(DATES);
        var token = wayOut(received().getFirst()).replaceFirst(".*/mail/off/", "");
        assertThat(asMail(() -> peerage.bean(JdbcClient.class)
                        .sql("select count(*) from mail.letter l where l.body like :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(asMail(() -> peerage.bean(JdbcClient.class)
                        .sql("select count(*) from mail.way_out where person_id = :ada")
                        .param("ada", ada.value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void aLetterGivesTimesByTheReadersClock() throws Exception {
        named("Asia/Kathmandu", "en-GB");
        posted(DATES);
        assertThat(body(received().getFirst())).contains("Tue 4 February 2031, 23:45 Asia/Kathmandu");
        named("", "en");
        posted(DATES);
        assertThat(body(received().getLast())).containsPattern("Tue 4 February 2031, 6:00\\hPM Europe/Lisbon");
        named("Nowhere/Else", "en");
        assertThat(Pages.seenBy(ada).get("/mail").page().select("#zone").val()).isEmpty();
    }

    @Test
    void aLetterIsInItsReadersLanguageToItsLastLine() throws Exception {
        named("Europe/Berlin", "de-DE");
        posted(DATES);
        var texts = peerage.bean(MessageSource.class);
        var letter = received().getFirst();
        assertThat(letter.getSubject())
                .isEqualTo(texts.getMessage(
                        "meetings.notice.agenda.subject", new Object[] {"Tuesday Circle"}, Locale.GERMANY));
        assertThat(body(letter))
                .contains("Di., 4. Februar 2031, 19:00 Europe/Berlin")
                .contains("Keine Briefe dieser Art mehr: " + wayOut(letter));
    }

    private void named(String zone, String language) {
        as(() -> peerage.bean(Mailboxes.class).change(address, zone, Locale.forLanguageTag(language)));
    }

    private Posting posted(LetterKind sort) {
        return as(
                () -> peerage.bean(Outbox.class).post(new Moved(ada, Ids.next().toString(), sort)));
    }

    private List<MimeMessage> received() {
        return post.deliver().to(address);
    }

    private static String wayOut(MimeMessage letter) {
        var found = Pattern.compile("http\\S+/mail/off/\\S+").matcher(body(letter));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String body(MimeMessage letter) {
        try {
            return letter.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T as(Supplier<T> work) {
        return Acting.as(new Actor.Person(ada), () -> peerage.inTransaction(work));
    }

    private <T> T asMail(Supplier<T> work) {
        return Acting.asProgram("mail", () -> peerage.inTransaction(work));
    }
}
