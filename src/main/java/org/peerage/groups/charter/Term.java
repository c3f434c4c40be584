package org.peerage.groups.charter;

import java.util.List;
import java.util.Optional;

/// A part of a clause that the chair chooses and the rest of the program obeys: a parameter. What no program can
/// keep is said in words (ADR-0054).
sealed interface Term {

    String key();

    String label();

    String initial();

    /// The value in its stored form, or empty where it is none.
    Optional<String> parse(String typed);

    /// The value as the chair picked it.
    String said(String value);

    /// How the value reads inside the clause.
    String phrase(String value);

    record Amount(String key, String label, String initial, int least, int most) implements Term {

        @Override
        public String said(String value) {
            return value;
        }

        @Override
        public Optional<String> parse(String typed) {
            try {
                var value = Integer.parseInt(typed.strip());
                return value >= least && value <= most ? Optional.of(Integer.toString(value)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String phrase(String value) {
            return value;
        }
    }

    record Choice(String key, String label, String initial, List<Option> options) implements Term {

        @Override
        public String said(String value) {
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public Optional<String> parse(String typed) {
            return options.stream().map(Option::value).filter(typed::equals).findFirst();
        }

        @Override
        public String phrase(String value) {
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::phrase)
                    .findFirst()
                    .orElse("");
        }
    }

    /// One answer of a choice: what the chair picks from, and the sentence it becomes.
    record Option(String value, String label, String phrase) {}
}
