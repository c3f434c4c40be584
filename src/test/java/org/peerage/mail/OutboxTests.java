package org.peerage.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/// Letters at the real database and a mail server in this process.
class OutboxTests {

    private static final int CLOSED_PORT = 1;

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Outbox outbox = peerage.bean(Outbox.class);
    private final PersonId mara = new PersonId(Ids.next());
    private final PersonId tomas = new PersonId(Ids.next());
    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeEach
    void tomasHasAnAddressAndTheMailServerRuns() {
        post.start();
        as(tomas, () -> peerage.bean(Mailboxes.class).change(tomas + "@example.org", "", Locale.ENGLISH));
    }

    @AfterEach
    void theMailServerStops() {
        post.stop();
    }

    @Test
    void aLetterArrivesOnceHoweverOftenItIsPosted() throws Exception {
        var letter = note("once");
        assertThat(postAsMara(letter)).isEqualTo(Posting.ON_ITS_WAY);
        assertThat(postAsMara(letter)).isEqualTo(Posting.POSTED_BEFORE);
        delivery(Instant::now).deliverDue();
        delivery(Instant::now).deliverDue();
        assertThat(arrived()).hasSize(1);
        assertThat(arrived().getFirst().getSubject()).isEqualTo("A test letter from Peerage");
        assertThat(arrived().getFirst().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(states(mara)).containsExactly(LetterState.SENT);
    }

    @Test
    void aLetterThatOpensADoorIsNotKeptOnceItIsSentOrReplaced() throws Exception {
        postAsMara(TestLetter.opening("first/" + tomas, tomas));
        postAsMara(TestLetter.opening("second/" + tomas, tomas));
        assertThat(bodies()).filteredOn(String::isEmpty).hasSize(1);
        delivery(Instant::now).deliverDue();
        assertThat(arrived()).hasSize(1);
        assertThat(arrived().getFirst().getContent().toString()).contains("This letter shows");
        assertThat(bodies()).hasSize(2).allMatch(String::isEmpty);
    }

    private List<String> bodies() {
        return Acting.asProgram(
                "mail",
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select body from mail.letter where to_person = :person")
                        .param("person", tomas.value())
                        .query(String.class)
                        .list()));
    }

    @Test
    void theCalendarObjectTravelsAsAnAlternativeAndAsAFile() throws Exception {
        postAsMara(note("calendar").with(new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));
        delivery(Instant::now).deliverDue();
        var whole = (MimeMultipart) arrived().getFirst().getContent();
        var alternatives = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(alternatives.getBodyPart(1).getContentType())
                .startsWith("text/calendar")
                .containsIgnoringCase("method=REQUEST")
                .containsIgnoringCase("charset=UTF-8");
        assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
    }

    @Test
    void withoutAServerALetterWaitsAndGoesOutOnceThereIsOne() {
        postAsMara(note("patient"));
        var none = new MailServer(new MailSettings("", "", URI.create("http://localhost")));
        assertThat(new Delivery(peerage.bean(Letters.class), none, Instant::now).deliverDue())
                .isZero();
        assertThat(states(mara)).containsExactly(LetterState.WAITING);
        delivery(Instant::now).deliverDue();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLater() {
        postAsMara(note("away"));
        var now = Instant.now();
        delivery(() -> now, CLOSED_PORT).deliverDue();
        assertThat(states(mara)).containsExactly(LetterState.WAITING);
        assertThat(lines(mara).getFirst().reason()).isEqualTo("unreachable");
        delivery(() -> now.plusSeconds(59)).deliverDue();
        assertThat(arrived()).isEmpty();
        delivery(() -> now.plusSeconds(61)).deliverDue();
        assertThat(arrived()).hasSize(1);
        assertThat(states(mara)).containsExactly(LetterState.SENT);
    }

    @Test
    void aNewerLetterOnTheThreadTakesThePlaceOfOneThatWaits() {
        postAsMara(note("first"));
        postAsMara(note("second"));
        assertThat(states(mara)).containsExactly(LetterState.WAITING, LetterState.SUPERSEDED);
        delivery(Instant::now).deliverDue();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aLetterThatHasNothingToSayAnyMoreIsNotSent() {
        postAsMara(TestLetter.note("late/" + tomas, "late", tomas, Instant.now().minusSeconds(1)));
        delivery(Instant::now).deliverDue();
        assertThat(arrived()).isEmpty();
        assertThat(states(mara)).containsExactly(LetterState.EXPIRED);
    }

    @Test
    void whoHasNoAddressHearsNothingByMail() {
        assertThat(as(
                        tomas,
                        () -> outbox.post(TestLetter.note(
                                "none/" + mara, "none", mara, Instant.now().plus(Duration.ofDays(1))))))
                .isEqualTo(Posting.NO_ADDRESS);
    }

    @Test
    void aLetterAboutSomethingThatWasRolledBackDoesNotExist() {
        assertThatThrownBy(() -> as(mara, () -> {
                    outbox.post(note("undone"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(states(mara)).isEmpty();
        assertThatThrownBy(() -> outbox.post(note("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void onlyTheSenderAndTheRecipientSeeALetterAndNobodyElsesAddressCanBeRead() {
        postAsMara(note("seen"));
        var eve = new PersonId(Ids.next());
        assertThat(states(mara)).hasSize(1);
        assertThat(states(tomas)).hasSize(1);
        assertThat(states(eve)).isEmpty();
        assertThat(as(
                        mara,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select count(*) from mail.mailbox")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    private TestLetter note(String key) {
        return TestLetter.note(key + "/" + tomas, "note", tomas, Instant.now().plus(Duration.ofDays(1)));
    }

    private Posting postAsMara(Letter letter) {
        return as(mara, () -> outbox.post(letter));
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        return Acting.as(new Actor.Person(person), () -> peerage.inTransaction(work));
    }

    private List<LetterStore.Line> lines(PersonId person) {
        return as(person, () -> peerage.bean(LetterStore.class).of(person, 10));
    }

    private List<LetterState> states(PersonId person) {
        return lines(person).stream().map(LetterStore.Line::state).toList();
    }

    private Delivery delivery(InstantSource clock) {
        return delivery(clock, post.getSmtp().getPort());
    }

    private Delivery delivery(InstantSource clock, int port) {
        var smtp = "smtp://127.0.0.1:" + port;
        var server =
                new MailServer(new MailSettings(smtp, "Peerage <post@example.org>", URI.create("http://localhost")));
        return new Delivery(peerage.bean(Letters.class), server, clock);
    }

    /// Other tests' letters may be delivered here as well; only Tomás's count.
    private List<MimeMessage> arrived() {
        return Arrays.stream(post.getReceivedMessages())
                .filter(message -> {
                    try {
                        return Objects.toString(message.getHeader("To", ",")).contains(tomas.toString());
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
