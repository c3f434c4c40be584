package org.peerage.mail;

import java.util.List;

/// What `/mail` shows. `wrong` stands beside the field when what was typed is no address.
record MailPage(boolean server, String sender, String address, boolean wrong, List<LetterStore.Line> letters) {

    MailPage withTyped(String typed) {
        return new MailPage(server, sender, typed, true, letters);
    }

    /// The message key of where a letter is. Without a server a waiting letter says so.
    String state(LetterStore.Line letter) {
        return switch (letter.state()) {
            case WAITING ->
                !server
                        ? "mail.state.no-server"
                        : letter.reason().isEmpty() ? "mail.state.waiting" : "mail.state.again";
            case SENT, SUPERSEDED, EXPIRED, GIVEN_UP ->
                "mail.state." + letter.state().key();
        };
    }
}
