package org.peerage.sponsors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// No figure about people has fewer than five behind it, also when one is taken from another.
class FiguresTests {

    private static final Quarter SPRING = new Quarter(LocalDate.of(2026, 4, 1));

    @Test
    void aSmallGroupIsCountedAsAGroupAndInNoFigureAboutPeople() {
        var many = new Figures.Row(3, 7, 7, 21, 18);
        var few = new Figures.Row(3, 4, 4, 12, 2);
        var both = Figures.of(SPRING, List.of(many, few));
        var one = Figures.of(SPRING, List.of(many));
        assertThat(both.groups()).isEqualTo(2);
        assertThat(both.meetings()).isEqualTo(6);
        assertThat(both.seats())
                .as("what the small one adds is nothing")
                .isEqualTo(one.seats())
                .contains(7);
        assertThat(both.share()).isEqualTo(one.share());
        var small = Figures.of(SPRING, List.of(few));
        assertThat(small.seats()).isEmpty();
        assertThat(small.share()).isEmpty();
    }

    @Test
    void whatIsLeftOfASumWithoutOneGroupHasFivePeopleBehindItOrNobody() {
        for (var seats = 0; seats < 12; seats++) {
            var other = new Figures.Row(2, seats, seats, 2 * seats, seats);
            var one = new Figures.Row(2, 8, 8, 16, 9);
            var rest = Figures.of(SPRING, List.of(one, other)).seats().orElseThrow() - 8;
            assertThat(rest == 0 || rest >= Figures.PEOPLE)
                    .as("%d seats", seats)
                    .isTrue();
        }
    }

    /// Whatever a share says, more than one number of people can have been there where it says nearly all or nearly
    /// none.
    @Test
    void noShareSaysThatAllWereThereOrNobody() {
        for (var places = Figures.PLACES; places < 200; places++) {
            Map<String, Integer> ways = new TreeMap<>();
            for (var there = 0; there <= places; there++) {
                var share = Figures.Share.of(there, places);
                assertThat(share.from().orElse(0) * places).isLessThanOrEqualTo(100 * there);
                assertThat(share.below().orElse(101) * places).isGreaterThan(100 * there);
                ways.merge(share.toString(), 1, Integer::sum);
            }
            assertThat(ways.get(Figures.Share.of(0, places).toString())).isGreaterThan(1);
            assertThat(ways.get(Figures.Share.of(places, places).toString())).isGreaterThan(1);
        }
        var evening = Figures.of(SPRING, List.of(new Figures.Row(1, 8, 8, 8, 8)));
        assertThat(evening.share()).as("of one meeting of eight").isEmpty();
        assertThat(evening.seats()).contains(8);
    }

    @Test
    void aQuarterIsShownWhenItIsOverEverywhereAndNoMeetingOfItIsEnteredAnyMore() {
        assertThat(over("2026-07-21T12:00:00Z")).startsWith(LocalDate.of(2026, 1, 1));
        assertThat(over("2026-07-22T11:59:59Z")).startsWith(LocalDate.of(2026, 1, 1));
        assertThat(over("2026-07-22T12:00:00Z"))
                .containsExactly(
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2025, 10, 1),
                        LocalDate.of(2025, 7, 1));
        assertThat(Quarter.running(at("2026-07-21T12:00:00Z")).shown()).isEqualTo(LocalDate.of(2026, 7, 23));
        assertThat(Quarter.of(LocalDate.of(2026, 12, 31)).last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThatThrownBy(() -> new Quarter(LocalDate.of(2026, 2, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<LocalDate> over(String now) {
        return Quarter.over(at(now)).stream().map(Quarter::first).toList();
    }

    private static InstantSource at(String now) {
        return InstantSource.fixed(Instant.parse(now));
    }
}
