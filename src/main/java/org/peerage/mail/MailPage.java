package org.peerage.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// What `/mail` shows. `wrong` stands beside the field when what was typed is no address.
///
/// @param zone where the person is, as they have said; empty until then
/// @param clock by which letters are dated: of the zone, or of where the person meets others
/// @param off the sorts of letter that are not wanted
record MailPage(
        boolean server,
        String sender,
        String address,
        String zone,
        ZoneId clock,
        boolean wrong,
        List<LetterKind> kinds,
        Set<String> off,
        List<LetterStore.Line> letters) {

    MailPage withTyped(String typed) {
        return new MailPage(server, sender, typed, zone, clock, true, kinds, off, letters);
    }

    /// The message key of where a letter is. Without a server a waiting letter says so.
    String state(LetterStore.Line letter) {
        return switch (letter.state()) {
            case WAITING ->
                !server
                        ? "mail.state.no-server"
                        : switch (letter.reason()) {
                            case "" -> "mail.state.waiting";
                            case "set-up" -> "mail.state.set-up";
                            default -> "mail.state.again";
                        };
            case SENT, SUPERSEDED, EXPIRED, BY_HAND, GIVEN_UP ->
                "mail.state." + letter.state().key();
        };
    }
}
