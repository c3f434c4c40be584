package org.peerage.meetings.agenda;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.peerage.tenancy.PersonId;

/// Two presenters who change with each other, or one who has asked another to.
///
/// @param subject what the one who asked would have presented
/// @param other what the one who was asked presents instead, or at the place of the first
/// @param stays both present, each at the other's place; else the one who asked waits for another meeting
record Swap(UUID subject, PersonId asker, UUID other, PersonId asked, State state, boolean stays) {

    enum State {
        ASKED,
        AGREED,
        /// The items that are kept have it in them.
        KEPT,
        DECLINED,
        WITHDRAWN,
        /// One of the two has meanwhile changed with somebody: it was asked about an agenda that is no more.
        OVERTAKEN
    }

    boolean isOpen() {
        return state == State.ASKED;
    }

    boolean isAgreed() {
        return state == State.AGREED || state == State.KEPT;
    }

    boolean leaves() {
        return isAgreed() && !stays;
    }

    boolean isOf(PersonId person) {
        return asker.equals(person) || asked.equals(person);
    }

    private boolean touches(Swap another) {
        return another.isOf(asker) || another.isOf(asked);
    }

    /// It was agreed and both can still come. Where one cannot, nobody stands in for anybody.
    boolean holds(Predicate<UUID> dropped) {
        return isAgreed() && !dropped.test(subject) && !dropped.test(other);
    }

    /// Whoever agrees ends what either of the two has asked or been asked before: each was asked as somebody who stands
    /// where they no longer stand.
    ///
    /// @param said in the order in which they were asked or answered
    static List<Swap> overtaking(List<Swap> said) {
        return IntStream.range(0, said.size())
                .mapToObj(at -> {
                    var swap = said.get(at);
                    var overtaken = swap.isOpen()
                            && said.subList(at, said.size()).stream()
                                    .anyMatch(later -> later.isAgreed() && later.touches(swap));
                    return overtaken
                            ? new Swap(swap.subject, swap.asker, swap.other, swap.asked, State.OVERTAKEN, false)
                            : swap;
                })
                .toList();
    }
}
