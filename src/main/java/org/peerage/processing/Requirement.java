package org.peerage.processing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What must be there before a group goes on. Each has a sentence ([SubjectKind#missing]).
sealed interface Requirement {

    String key();

    boolean met(Present present);

    /// This and all that it is made of.
    default Stream<Requirement> parts() {
        return Stream.of(this);
    }

    /// Something has been written down.
    record Has(String kind) implements Requirement {

        @Override
        public String key() {
            return kind;
        }

        @Override
        public boolean met(Present present) {
            return present.written().contains(kind);
        }
    }

    /// Another module says that it is so ([Facts]).
    record Fact(String name) implements Requirement {

        @Override
        public String key() {
            return name;
        }

        @Override
        public boolean met(Present present) {
            return present.facts().test(name);
        }
    }

    /// One of several will do.
    record Any(String key, List<Requirement> of) implements Requirement {

        @Override
        public boolean met(Present present) {
            return of.stream().anyMatch(one -> one.met(present));
        }

        @Override
        public Stream<Requirement> parts() {
            return Stream.concat(Stream.of(this), of.stream().flatMap(Requirement::parts));
        }
    }

    /// What is there: kinds that were written down, and facts, which are asked for only where one is required.
    record Present(Set<String> written, Predicate<String> facts) {}

    static Optional<Requirement> missing(List<Requirement> all, Present present) {
        return all.stream().filter(one -> !one.met(present)).findFirst();
    }
}
