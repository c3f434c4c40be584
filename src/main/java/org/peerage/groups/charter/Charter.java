package org.peerage.groups.charter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.tenancy.PersonId;

/// A version of what a group agreed. A draft is the chair's to change; with the chair's signature its words are
/// written out and never change again: another wording is another version (`S0.10`).
sealed interface Charter {

    int version();

    Map<String, String> values();

    List<String> struck();

    record Signature(PersonId person, String name, Instant at) {}

    record Draft(int version, Map<String, String> values, List<String> struck) implements Charter {

        public Draft {
            values = Map.copyOf(values);
            struck = List.copyOf(struck);
        }

        /// What the chair typed, whole or not at all.
        Editing edit(CharterTemplate template, Map<String, String> typed, Set<String> strike) {
            Map<String, String> next = new LinkedHashMap<>();
            Map<String, String> wrong = new LinkedHashMap<>();
            template.terms().forEach(term -> {
                var text = typed.getOrDefault(term.key(), values.getOrDefault(term.key(), term.initial()));
                term.parse(text)
                        .ifPresentOrElse(value -> next.put(term.key(), value), () -> wrong.put(term.key(), text));
            });
            if (wrong.isEmpty() && number(next, "smallest") > number(next, "largest")) {
                wrong.put("smallest", next.getOrDefault("smallest", ""));
            }
            var struckNow = new ArrayList<String>();
            for (var clause : template.clauses()) {
                if (strike.contains(clause.id()) && clause.optional()) {
                    struckNow.add(clause.id());
                }
            }
            return wrong.isEmpty()
                    ? new Editing.Edited(new Draft(version, next, struckNow))
                    : new Editing.Wrong(Map.copyOf(wrong));
        }

        /// The draft as typed, right or wrong, so that nothing typed is lost.
        Draft typed(Map<String, String> terms, Set<String> strike) {
            Map<String, String> next = new LinkedHashMap<>(values);
            next.putAll(terms);
            return new Draft(version, next, List.copyOf(strike));
        }

        private static int number(Map<String, String> values, String key) {
            return Integer.parseInt(values.getOrDefault(key, "0"));
        }

        /// The words as they would be signed now.
        List<Clause.Written> words(CharterTemplate template, String name, String purpose) {
            return template.clauses().stream()
                    .filter(clause -> !struck.contains(clause.id()))
                    .map(clause -> clause.write(values, Map.of("group", name, "purpose", purpose)))
                    .toList();
        }

        Fixed fix(CharterTemplate template, String name, String purpose, Instant at) {
            return new Fixed(version, values, struck, words(template, name, purpose), at, List.of());
        }
    }

    record Fixed(
            int version,
            Map<String, String> values,
            List<String> struck,
            List<Clause.Written> words,
            Instant at,
            List<Signature> signatures)
            implements Charter {

        boolean signedBy(PersonId person) {
            return signatures.stream().anyMatch(signature -> signature.person().equals(person));
        }
    }

    sealed interface Editing {

        record Edited(Draft draft) implements Editing {}

        /// By term: what was typed and is not acceptable.
        record Wrong(Map<String, String> typed) implements Editing {}
    }
}
