package org.peerage.sponsors;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What is shown of one quarter. A figure about people is there only where at least five stand behind it, in each group
/// that it was added up from: so what is left when one figure is taken from another has five behind it too, or nobody.
///
/// @param groups that had a room
/// @param meetings that were held
/// @param seats taken in groups with five and more; empty where there is no such group
/// @param share of attendance, in groups with five and more and enough of it that no share means all or none
record Figures(Quarter quarter, int groups, int meetings, Optional<Integer> seats, Optional<Share> share) {

    static final int PEOPLE = 5;

    /// With as many places at meetings, a share between two tens still leaves open who was there.
    static final int PLACES = 10;

    /// What one group did: `places` are those that its members had at its meetings, `there` those that were taken.
    record Row(int meetings, int seats, int people, int places, int there) {

        boolean manySeats() {
            return seats >= PEOPLE;
        }

        boolean manyPlaces() {
            return people >= PEOPLE && places >= PLACES;
        }
    }

    /// Between two tens of a hundred. The first two tens are one, as are the last tenth and the whole: nobody
    /// reads from it that all were there, or none.
    ///
    /// @param from inclusive; none where it is the lowest
    /// @param below exclusive; none where it is the highest
    record Share(Optional<Integer> from, Optional<Integer> below) {

        static Share of(int there, int places) {
            var tens = 10 * there / places;
            if (tens < 2) {
                return new Share(Optional.empty(), Optional.of(20));
            }
            return tens >= 9
                    ? new Share(Optional.of(90), Optional.empty())
                    : new Share(Optional.of(10 * tens), Optional.of(10 * tens + 10));
        }
    }

    static Figures of(Quarter quarter, List<Row> rows) {
        var seated = rows.stream().filter(Row::manySeats).toList();
        var counted = rows.stream().filter(Row::manyPlaces).toList();
        return new Figures(
                quarter,
                rows.size(),
                sum(rows, Row::meetings),
                seated.isEmpty() ? Optional.empty() : Optional.of(sum(seated, Row::seats)),
                counted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Share.of(sum(counted, Row::there), sum(counted, Row::places))));
    }

    private static int sum(List<Row> rows, ToIntFunction<Row> figure) {
        return rows.stream().mapToInt(figure).sum();
    }
}
