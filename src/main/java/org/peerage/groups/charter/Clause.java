package org.peerage.groups.charter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One article of the charter: words with gaps in braces, and the terms that fill them. Only an optional one may be
/// struck.
///
/// @param former keys of terms that it had when some charters were signed, and that are words now
record Clause(String id, String title, boolean optional, String text, List<Term> terms, Set<String> former) {

    private static final Pattern GAP = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.) ");

    /// A clause as it is signed. One of the group's own has no id.
    record Written(String id, String title, String text) {}

    /// Said in the group's own words, what the program obeys stands behind them.
    Written inOwnWords(String own, Map<String, String> values) {
        var kept = terms.stream().map(term -> said(term, values)).collect(Collectors.joining("; "));
        return new Written(id, title, kept.isEmpty() ? own : own + " (" + kept + ")");
    }

    /// Signed words without what its terms say: that is added again wherever the words are the group's own.
    String withoutTerms(String signed, Map<String, String> values) {
        var words = signed;
        for (var term : terms) {
            var said = said(term, values);
            words = words.replace("; " + said, "").replace(said + "; ", "");
        }
        for (var sentence : SENTENCE.splitAsStream(text).toList()) {
            if (GAP.matcher(sentence).find()) {
                words = words.replace(filled(sentence, values, Map.of()), "");
            }
        }
        return words.strip().replaceAll(" {2,}", " ");
    }

    private static String said(Term term, Map<String, String> values) {
        return term.label() + ": " + term.said(values.getOrDefault(term.key(), term.initial()));
    }

    /// `frame` fills what is not a term: the group's own name and purpose.
    Written write(Map<String, String> values, Map<String, String> frame) {
        return new Written(id, title, filled(text, values, frame).strip().replaceAll(" {2,}", " "));
    }

    /// Fills the template's own words, whose phrases may have gaps themselves; what a person typed is never read for
    /// braces.
    private String filled(String words, Map<String, String> values, Map<String, String> frame) {
        return GAP.matcher(words).replaceAll(gap -> Matcher.quoteReplacement(fill(gap.group(1), values, frame)));
    }

    private String fill(String gap, Map<String, String> values, Map<String, String> frame) {
        return terms.stream()
                .filter(term -> term.key().equals(gap))
                .map(term -> term.phrase(values.getOrDefault(gap, term.initial())))
                .map(phrase -> filled(phrase, values, frame))
                .findFirst()
                .orElseGet(() -> frame.getOrDefault(gap, ""));
    }
}
