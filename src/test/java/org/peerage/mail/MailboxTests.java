package org.peerage.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTests {

    @Test
    void anAddressMayStandBehindAName() {
        assertThat(Mailbox.parse("Ada Example <Ada@Example.ORG>"))
                .contains(new Mailbox("Ada Example", "Ada@example.org"));
        assertThat(Mailbox.parse(" ada@example.org ")).contains(new Mailbox("", "ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "a b@example.org",
                "a@b@c",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@exämple.org",
                "ada@example.org, eve@example.org"
            })
    void whatNoLetterCouldReachIsNoAddress(String text) {
        assertThat(Mailbox.parse(text)).isEmpty();
    }

    @Test
    void theServerAddressIsReadWithItsDefaults() {
        assertThat(SmtpAddress.parse("smtp://mara:s%40cret+@mail.example.org?starttls"))
                .isEqualTo(new SmtpAddress(false, true, "mail.example.org", 587, "mara", "s@cret+"));
        assertThat(SmtpAddress.parse("smtps://mail.example.org").port()).isEqualTo(465);
        assertThat(SmtpAddress.parse("smtp://mail.example.org:2525").port()).isEqualTo(2525);
    }

    @Test
    void aServerAddressThatCannotBeMeantIsRefusedWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> new MailSettings("http://mara:secret@mail", "", URI.create("http://localhost")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PEERAGE_SMTP_URL")
                .hasMessageNotContaining("secret");
        assertThat(SmtpAddress.parse("smtp://mara:secret@mail.example.org").toString())
                .doesNotContain("secret");
    }

    @Test
    void patienceDoublesUpToItsLongest() {
        var now = Instant.parse("2031-03-04T10:00:00Z");
        assertThat(Patience.USUAL.next(now, 1)).isEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(Patience.USUAL.next(now, 4)).isEqualTo(now.plus(Duration.ofMinutes(8)));
        assertThat(Patience.USUAL.next(now, 11)).isEqualTo(now.plus(Duration.ofHours(6)));
        assertThat(Patience.USUAL.exhausted(11)).isFalse();
        assertThat(Patience.USUAL.exhausted(12)).isTrue();
    }
}
