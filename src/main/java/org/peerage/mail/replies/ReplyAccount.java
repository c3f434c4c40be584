package org.peerage.mail.replies;

import jakarta.mail.MessagingException;
import java.util.Optional;

/// The mailbox of the settings, as whoever looks after the instance asks about it.
public final class ReplyAccount {

    private ReplyAccount() {}

    /// What is wrong with it. Reads nothing and never repeats the address, which holds a password.
    public static Optional<String> complaint(String imapUrl) {
        try {
            var mailbox = ImapAddress.parse(imapUrl);
            try (var store = mailbox.open()) {
                return store.getFolder(mailbox.folder()).exists()
                        ? Optional.empty()
                        : Optional.of("The mailbox of PEERAGE_IMAP_URL has no folder " + mailbox.folder());
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            return Optional.of("The mailbox of PEERAGE_IMAP_URL does not take us: " + e.getMessage());
        }
    }
}
