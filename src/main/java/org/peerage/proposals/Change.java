package org.peerage.proposals;

import java.util.Set;
import org.peerage.composition.Effect;
import org.peerage.composition.search.Arrangement;

/// A change of seats that somebody thinks about. People go by their profile's id, groups by number.
public sealed interface Change {

    /// Asks what it would do; nothing is changed by asking.
    Effect effect(Arrangement arrangement);

    /// The people and the groups that it names; a change about others than the proposal's is none.
    Set<String> people();

    Set<Integer> groups();

    record Move(String who, int to) implements Change {
        @Override
        public Effect effect(Arrangement arrangement) {
            return arrangement.move(who, to);
        }

        @Override
        public Set<String> people() {
            return Set.of(who);
        }

        @Override
        public Set<Integer> groups() {
            return Set.of(to);
        }
    }

    record Swap(String who, String with) implements Change {
        @Override
        public Effect effect(Arrangement arrangement) {
            return arrangement.swap(who, with);
        }

        @Override
        public Set<String> people() {
            return who.equals(with) ? Set.of(who) : Set.of(who, with);
        }

        @Override
        public Set<Integer> groups() {
            return Set.of();
        }
    }

    record Leave(String who) implements Change {
        @Override
        public Effect effect(Arrangement arrangement) {
            return arrangement.leave(who);
        }

        @Override
        public Set<String> people() {
            return Set.of(who);
        }

        @Override
        public Set<Integer> groups() {
            return Set.of();
        }
    }

    record Merge(int group, int into) implements Change {
        @Override
        public Effect effect(Arrangement arrangement) {
            return arrangement.merge(group, into);
        }

        @Override
        public Set<String> people() {
            return Set.of();
        }

        @Override
        public Set<Integer> groups() {
            return group == into ? Set.of(group) : Set.of(group, into);
        }
    }

    record Split(int group) implements Change {
        @Override
        public Effect effect(Arrangement arrangement) {
            return arrangement.split(group);
        }

        @Override
        public Set<String> people() {
            return Set.of();
        }

        @Override
        public Set<Integer> groups() {
            return Set.of(group);
        }
    }
}
