package org.peerage.networks.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.peerage.rosters.Column;

/// A person, or a company whose leader has no name yet, as a vCard 4.0 (RFC 6350).
final class ContactCard {

    /// Bytes of a line without its end, as the format wants it.
    private static final int WIDEST = 75;

    private final StringBuilder card = new StringBuilder();

    private ContactCard() {}

    static String of(ExportStore.Person person) {
        var facts = person.facts();
        var name = facts.text(Column.NAME);
        var organisation = facts.text(Column.ORGANISATION);
        var card = new ContactCard();
        card.line("BEGIN:VCARD");
        card.line("VERSION:4.0");
        card.line("KIND:" + (name.isEmpty() ? "org" : "individual"));
        card.line("UID:urn:uuid:" + person.id());
        card.line("FN:" + text(name.isEmpty() ? organisation : name));
        card.said("ORG:", text(organisation));
        card.said("TITLE:", text(facts.text(Column.ROLE_TITLE)));
        card.said("EMAIL:", text(facts.text(Column.EMAIL)));
        if (!facts.text(Column.PLACE).isEmpty() || !facts.text(Column.COUNTRY).isEmpty()) {
            card.line("ADR:;;;" + text(facts.text(Column.PLACE)) + ";;;" + text(facts.text(Column.COUNTRY)));
        }
        card.said("TZ:", text(facts.text(Column.TIME_ZONE)));
        card.said(
                "CATEGORIES:",
                Arrays.stream(facts.text(Column.TAGS).split(";", -1))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .map(ContactCard::text)
                        .collect(Collectors.joining(",")));
        card.line("END:VCARD");
        return card.card.toString();
    }

    private void said(String property, String value) {
        if (!value.isEmpty()) {
            line(property + value);
        }
    }

    /// Longer lines go on behind a space, and no letter is cut in two.
    private void line(String whole) {
        var width = 0;
        for (var at = 0; at < whole.length(); ) {
            var letter = whole.codePointAt(at);
            var size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (width + size > WIDEST) {
                card.append("\r\n ");
                width = 1;
            }
            card.appendCodePoint(letter);
            width += size;
            at += Character.charCount(letter);
        }
        card.append("\r\n");
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\\R", "\\\\n");
    }
}
