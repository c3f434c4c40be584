package org.peerage.mail.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplyAccountTests {

    @Test
    void whatIsWrongWithAMailboxIsSaidWithoutItsPassword() {
        try (var mailbox = new ReplyMailbox()) {
            assertThat(ReplyAccount.complaint(mailbox.address())).isEmpty();
            assertThat(ReplyAccount.complaint(mailbox.address().replace("INBOX", "Elsewhere")))
                    .hasValueSatisfying(words -> assertThat(words).contains("no folder Elsewhere"));
            assertThat(ReplyAccount.complaint(mailbox.address().replace("secret", "s3cr3t")))
                    .hasValueSatisfying(words ->
                            assertThat(words).contains("does not take us").doesNotContain("s3cr3t"));
        }
        assertThat(ReplyAccount.complaint("imaps://mail.example.org"))
                .hasValueSatisfying(words -> assertThat(words).contains("must look like imaps://"));
        assertThatThrownBy(() -> new ReplySettings("smtp://ada:s3cr3t@mail.example.org"))
                .hasMessageContaining("PEERAGE_IMAP_URL")
                .hasMessageNotContaining("s3cr3t");
        assertThat(new ReplySettings("").mailbox()).isEmpty();
    }
}
