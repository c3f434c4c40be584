package org.peerage.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;

/// The mail server of the settings, as whoever looks after the instance asks about it.
public final class MailAccount {

    private MailAccount() {}

    /// What is wrong with it: an address that cannot be read, a server that does not answer or does not let us in.
    /// Nothing is sent. Never repeats the address, which may hold a password.
    public static Optional<String> complaint(String smtpUrl) {
        try {
            SmtpAddress.parse(smtpUrl).sender().testConnection();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            return Optional.of("The mail server of PEERAGE_SMTP_URL does not take us: " + e.getMessage());
        }
    }
}
