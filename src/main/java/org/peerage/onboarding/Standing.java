package org.peerage.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.peerage.tenancy.PersonId;

/// How far somebody new has come. Only who is not yet at home has anything to be marked.
sealed interface Standing {

    Newcomer newcomer();

    /// With something still to do.
    sealed interface UnderWay extends Standing {

        Set<Point> open();

        /// Whom a point waits for; while there is no buddy the chair stands in.
        ///
        /// @param chair empty while the chair is vacant
        Optional<PersonId> upTo(Point point, Optional<PersonId> chair);

        /// Nobody looks after themselves: a chair who is new chooses a buddy, who then does the looking.
        default Optional<PersonId> guide(Point point, Optional<PersonId> chair) {
            return point.look()
                    ? chair.filter(person -> !person.equals(newcomer().person()))
                    : chair;
        }

        /// Whether a person may mark a point now: theirs, still open, and not before its day.
        default boolean marks(Point point, PersonId person, Optional<PersonId> chair, Instant now) {
            return point.marked()
                    && open().contains(point)
                    && !now.isBefore(point.from(newcomer().begun()))
                    && upTo(point, chair).filter(person::equals).isPresent();
        }

        /// The one thing that is next for a person.
        default Optional<Point> next(PersonId person, Optional<PersonId> chair, Instant now) {
            return open().stream()
                    .filter(point -> !now.isBefore(point.from(newcomer().begun())))
                    .filter(point -> upTo(point, chair).filter(person::equals).isPresent())
                    .findFirst();
        }
    }

    /// Nobody is their buddy yet, or the buddy has left.
    record Alone(Newcomer newcomer, Set<Point> open) implements UnderWay {

        @Override
        public Optional<PersonId> upTo(Point point, Optional<PersonId> chair) {
            return switch (point.whose()) {
                case PROGRAM, NEWCOMER -> Optional.of(newcomer.person());
                case BUDDY, CHAIR -> guide(point, chair);
            };
        }
    }

    /// A buddy goes with them.
    record Accompanied(Newcomer newcomer, Set<Point> open) implements UnderWay {

        @Override
        public Optional<PersonId> upTo(Point point, Optional<PersonId> chair) {
            return switch (point.whose()) {
                case PROGRAM, NEWCOMER -> Optional.of(newcomer.person());
                case BUDDY -> newcomer.buddy();
                case CHAIR -> guide(point, chair).or(newcomer::buddy);
            };
        }
    }

    /// Everything is done: they are at home.
    record Settled(Newcomer newcomer) implements Standing {}
}
