package org.peerage.opensheet;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.web.Message;

/// A group as a stranger reads of it.
///
/// @param group for whoever published the sheet; the page shows nothing of it but what stands below
/// @param belongs who belongs, as the group has signed it; so the others
record SheetView(
        OpenSheet sheet,
        Circle group,
        CharterTerms terms,
        Makeup makeup,
        Optional<String> belongs,
        Optional<String> dues,
        Optional<String> retreats,
        Optional<String> confidentiality) {

    String name() {
        return group.name();
    }

    String purpose() {
        return group.purpose();
    }

    int seated() {
        return group.seated().size();
    }

    int largest() {
        return terms.number("largest");
    }

    /// Whoever has agreed to it, the chair among them or not.
    List<String> names() {
        return group.seated().stream()
                .filter(one -> sheet.named().contains(one.id()))
                .map(Circle.Sitter::name)
                .toList();
    }

    Message rhythm() {
        return Message.of(
                "opensheet.rhythm",
                terms.meetingsPerYear(),
                Hours.of(terms.meetingMinutes()),
                Message.of("opensheet.place." + terms.text("place")));
    }

    List<Fit.Question> questions() {
        return Fit.questions(terms, makeup);
    }
}
