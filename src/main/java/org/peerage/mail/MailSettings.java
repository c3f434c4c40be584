package org.peerage.mail;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `PEERAGE_SMTP_URL` as `smtp://user:password@host:port?starttls` or `smtps://…`, and `PEERAGE_MAIL_FROM`. Neither is
/// needed to run.
@ConfigurationProperties("peerage.mail")
record MailSettings(String smtpUrl, String from, URI baseUrl) {

    MailSettings {
        if (!from.isBlank() && Mailbox.parse(from).isEmpty()) {
            throw new IllegalArgumentException(
                    "PEERAGE_MAIL_FROM must look like \"Peerage <peerage@example.org>\" and is " + from);
        }
        if (!smtpUrl.isBlank()) {
            SmtpAddress.parse(smtpUrl);
        }
    }

    Optional<SmtpAddress> smtp() {
        return smtpUrl.isBlank() ? Optional.empty() : Optional.of(SmtpAddress.parse(smtpUrl));
    }

    Mailbox sender() {
        return Mailbox.parse(from)
                .map(named -> named.name().isEmpty() ? new Mailbox("Peerage", named.address()) : named)
                .orElseGet(() -> new Mailbox("Peerage", "peerage@" + baseUrl.getHost()));
    }

    /// Secrets do not print.
    @Override
    public String toString() {
        return "MailSettings[from=" + from + "]";
    }
}
