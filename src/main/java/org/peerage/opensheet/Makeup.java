package org.peerage.opensheet;

import java.util.List;
import java.util.OptionalInt;

/// What a stranger may know of who sits there, in numbers. Of few, a number would tell of one: nothing is said of fewer
/// than four, and of sizes only the steps between which they lie.
///
/// @param industries how many there are; none where too few say theirs
/// @param least the step of the smallest organisation; none where too few say theirs
record Makeup(OptionalInt industries, OptionalInt least, OptionalInt most) {

    static final int FEWEST = 4;

    private static final List<Integer> STEPS = List.of(10, 50, 200, 1000);

    static Makeup of(List<OpenSheetStore.Trade> trades) {
        var said = trades.stream()
                .map(OpenSheetStore.Trade::industry)
                .filter(industry -> !industry.isBlank())
                .toList();
        var sizes = trades.stream()
                .mapToInt(OpenSheetStore.Trade::teamSize)
                .filter(size -> size > 0)
                .map(Makeup::step)
                .sorted()
                .toArray();
        var few = sizes.length < FEWEST;
        return new Makeup(
                said.size() < FEWEST
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) said.stream().distinct().count()),
                few ? OptionalInt.empty() : OptionalInt.of(sizes[0]),
                few ? OptionalInt.empty() : OptionalInt.of(sizes[sizes.length - 1]));
    }

    /// Which of the steps a size is on: up to ten people, up to fifty, and so on.
    static int step(int size) {
        return (int) STEPS.stream().filter(step -> size > step).count();
    }

    boolean saysSizes() {
        return least.isPresent() && most.isPresent();
    }
}
