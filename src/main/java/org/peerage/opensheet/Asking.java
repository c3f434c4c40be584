package org.peerage.opensheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.selection.Applications;
import org.peerage.web.Name;

/// What somebody without an account types who would like to talk. What is wrong with it depends on what was
/// typed and on nothing that the program knows.
///
/// @param request the same when the form is sent again
record Asking(String request, String name, String organisation, String role, String reach, String words) {

    static final Asking EMPTY = new Asking("", "", "", "", "", "");

    Map<String, String> wrong() {
        var wrong = new LinkedHashMap<String, String>();
        if (!Name.accepts(name, Applications.NAME)) {
            wrong.put("name", "opensheet.ask.name.wrong");
        }
        if (!organisation.isBlank() && !Name.accepts(organisation, Applications.ORGANISATION)) {
            wrong.put("organisation", "opensheet.ask.line.wrong");
        }
        if (!role.isBlank() && !Name.accepts(role, Applications.NAME)) {
            wrong.put("role", "opensheet.ask.line.wrong");
        }
        if (!Name.accepts(reach, Applications.REACH)) {
            wrong.put("reach", "opensheet.ask.reach.wrong");
        }
        if (words.isBlank() || words.strip().length() > Applications.WORDS) {
            wrong.put("words", "opensheet.ask.words.wrong");
        }
        return wrong;
    }

    /// Empty where something is wrong.
    Optional<Applications.Application> application() {
        return wrong().isEmpty()
                ? Optional.of(new Applications.Application(
                        request, name.strip(), organisation.strip(), role.strip(), reach.strip(), words.strip()))
                : Optional.empty();
    }

    /// For the form: one that was sent keeps its own.
    String requestOr(String fresh) {
        try {
            return UUID.fromString(request).toString();
        } catch (IllegalArgumentException e) {
            return fresh;
        }
    }
}
