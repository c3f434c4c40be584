package org.peerage.groups;

import java.util.List;
import java.util.Map;

/// One article of the charter: words with gaps in braces, and the terms that fill them. Only an optional one may be
/// struck.
record Clause(String id, String title, boolean optional, String text, List<Term> terms) {

    /// A clause as it is signed.
    record Written(String title, String text) {}

    /// `frame` fills what is not a term: the group's own name and purpose.
    Written write(Map<String, String> values, Map<String, String> frame) {
        var written = text;
        for (var term : terms) {
            written = written.replace(
                    "{" + term.key() + "}", term.phrase(values.getOrDefault(term.key(), term.initial())));
        }
        // Last, so that braces typed by a person are never taken for a gap.
        for (var gap : frame.entrySet()) {
            written = written.replace("{" + gap.getKey() + "}", gap.getValue());
        }
        return new Written(title, written.strip().replaceAll(" {2,}", " "));
    }
}
