package org.peerage.groups.charter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peerage.tenancy.PersonId;

/// A version of what a group agreed. A draft is the chair's to change; with the chair's signature its words are
/// written out and never change again: another wording is another version (`S0.10`).
sealed interface Charter {

    int version();

    Map<String, String> values();

    Wording wording();

    /// The words as they were signed, or would be signed now.
    List<Clause.Written> words(CharterTemplate template, Map<String, String> frame);

    default List<String> struck() {
        return wording().struck();
    }

    record Signature(PersonId person, String name, Instant at) {}

    /// What the chair typed.
    ///
    /// @param own by clause: the words as they stood in the field
    record Typed(Map<String, String> terms, Set<String> strike, Map<String, String> own, List<Clause.Written> added) {

        static Typed terms(Map<String, String> terms, Set<String> strike) {
            return new Typed(terms, strike, Map.of(), List.of());
        }
    }

    record Draft(int version, Map<String, String> values, Wording wording) implements Charter {

        public Draft {
            values = Map.copyOf(values);
        }

        /// What the chair typed, whole or not at all.
        Editing edit(CharterTemplate template, Typed typed, Map<String, String> frame) {
            Map<String, String> next = new LinkedHashMap<>();
            Map<String, String> wrong = new LinkedHashMap<>();
            template.terms().forEach(term -> {
                var text = typed.terms().getOrDefault(term.key(), values.getOrDefault(term.key(), term.initial()));
                term.parse(text)
                        .ifPresentOrElse(value -> next.put(term.key(), value), () -> wrong.put(term.key(), text));
            });
            if (wrong.isEmpty() && number(next, "smallest") > number(next, "largest")) {
                wrong.put("smallest", next.getOrDefault("smallest", ""));
            }
            return wrong.isEmpty()
                    ? new Editing.Edited(new Draft(version, next, worded(template, typed, frame)))
                    : new Editing.Wrong(Map.copyOf(wrong));
        }

        /// The draft as typed, right or wrong, so that nothing typed is lost.
        Draft typed(CharterTemplate template, Typed typed, Map<String, String> frame) {
            Map<String, String> next = new LinkedHashMap<>(values);
            next.putAll(typed.terms());
            return new Draft(version, next, worded(template, typed, frame));
        }

        /// Words that are those of the template, as it stood on the page, are not the group's own.
        private Wording worded(CharterTemplate template, Typed typed, Map<String, String> frame) {
            var struckNow = new ArrayList<String>();
            var own = new LinkedHashMap<>(wording.own());
            for (var clause : template.clauses()) {
                if (typed.strike().contains(clause.id()) && clause.optional()) {
                    struckNow.add(clause.id());
                }
                var text = typed.own().get(clause.id());
                if (text != null) {
                    var plain = plain(text);
                    if (plain.isEmpty()
                            || plain.equals(plain(clause.write(values, frame).text()))) {
                        own.remove(clause.id());
                    } else {
                        own.put(clause.id(), cut(text.strip(), Wording.LONGEST));
                    }
                }
            }
            var added = typed.added().stream()
                    .map(clause -> new Clause.Written(
                            "",
                            cut(clause.title().strip(), Wording.LONGEST_TITLE),
                            cut(clause.text().strip(), Wording.LONGEST)))
                    .filter(clause ->
                            !clause.title().isEmpty() && !clause.text().isEmpty())
                    .limit(Wording.MOST_ADDED)
                    .toList();
            return new Wording(struckNow, own, added);
        }

        private static String plain(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest);
        }

        private static int number(Map<String, String> values, String key) {
            return Integer.parseInt(values.getOrDefault(key, "0"));
        }

        /// A clause as it would be signed now.
        Clause.Written word(Clause clause, Map<String, String> frame) {
            var own = wording.own().get(clause.id());
            return own == null ? clause.write(values, frame) : clause.inOwnWords(own, values);
        }

        @Override
        public List<Clause.Written> words(CharterTemplate template, Map<String, String> frame) {
            return Stream.concat(
                            template.clauses().stream()
                                    .filter(clause -> !struck().contains(clause.id()))
                                    .map(clause -> word(clause, frame)),
                            wording.added().stream())
                    .toList();
        }

        Fixed fix(CharterTemplate template, Map<String, String> frame, Instant at) {
            return new Fixed(version, values, wording, words(template, frame), at, List.of());
        }
    }

    record Fixed(
            int version,
            Map<String, String> values,
            Wording wording,
            List<Clause.Written> words,
            Instant at,
            List<Signature> signatures)
            implements Charter {

        @Override
        public List<Clause.Written> words(CharterTemplate template, Map<String, String> frame) {
            return words;
        }

        /// When somebody signs it again who has signed it.
        Optional<Instant> again(PersonId person, ZoneId zone) {
            return signatures.stream()
                    .filter(signature -> signature.person().equals(person))
                    .map(Signature::at)
                    .max(Comparator.naturalOrder())
                    .map(last -> again(last, zone));
        }

        /// When whoever signs it at this moment signs it again.
        Instant again(Instant signed, ZoneId zone) {
            return Standing.after(signed, Integer.parseInt(values.getOrDefault("reviewMonths", "12")), zone);
        }

        boolean signedBy(PersonId person) {
            return signatures.stream().anyMatch(signature -> signature.person().equals(person));
        }

        /// Whether the group said it in its own words.
        boolean own(Clause.Written clause) {
            return clause.id().isEmpty() || wording.own().containsKey(clause.id());
        }

        /// By which rule a ballot decides on what may follow it (`S4.6`).
        String amendmentRule() {
            return values.getOrDefault("amendment", "unanimous");
        }

        /// What a former term had said is said in the group's own words from then on, as it was signed.
        Draft amended(int next, CharterTemplate template, Map<String, String> frame) {
            var own = new LinkedHashMap<>(wording.own());
            var plain = new Draft(next, values, wording);
            for (var clause : template.clauses()) {
                words.stream()
                        .filter(signed -> signed.id().equals(clause.id()))
                        .filter(_ -> values.keySet().stream().anyMatch(clause.former()::contains))
                        .map(Clause.Written::text)
                        .filter(signed ->
                                !signed.equals(plain.word(clause, frame).text()))
                        .forEach(signed -> own.put(clause.id(), clause.withoutTerms(signed, values)));
            }
            var kept = new LinkedHashMap<>(values);
            template.clauses().forEach(clause -> kept.keySet().removeAll(clause.former()));
            return new Draft(next, kept, new Wording(wording.struck(), own, wording.added()));
        }
    }

    sealed interface Editing {

        record Edited(Draft draft) implements Editing {}

        /// By term: what was typed and is not acceptable.
        record Wrong(Map<String, String> typed) implements Editing {}
    }
}
