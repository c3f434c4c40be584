package org.peerage.mail.replies;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `PEERAGE_IMAP_URL`, not needed to run: without it answers come by the pages and the links in letters.
@ConfigurationProperties("peerage.replies")
record ReplySettings(String imapUrl) {

    ReplySettings {
        if (!imapUrl.isBlank()) {
            ImapAddress.parse(imapUrl);
        }
    }

    Optional<ImapAddress> mailbox() {
        return imapUrl.isBlank() ? Optional.empty() : Optional.of(ImapAddress.parse(imapUrl));
    }

    /// Secrets do not print.
    @Override
    public String toString() {
        return "ReplySettings[]";
    }
}
