package org.peerage.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
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
        assertThat(Letters.pauseAfter(1)).contains(Duration.ofMinutes(1));
        assertThat(Letters.pauseAfter(4)).contains(Duration.ofMinutes(8));
        assertThat(Letters.pauseAfter(11)).contains(Duration.ofHours(6));
        assertThat(Letters.pauseAfter(12)).isEmpty();
    }
}
