package org.peerage.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the things that make somebody at home in a group, in the order in which they are best done.
enum Point {
    BUDDY(Whose.CHAIR, 0),
    PROFILE(Whose.PROGRAM, 0),
    PLEDGE(Whose.NEWCOMER, 0),
    LIFELINE(Whose.NEWCOMER, 0),
    GOAL(Whose.PROGRAM, 0),
    MEETING(Whose.PROGRAM, 0),
    DAY_30(Whose.BUDDY, 30),
    DAY_60(Whose.BUDDY, 60),
    DAY_90(Whose.CHAIR, 90);

    /// Whose word it takes. What the program reads by itself is the newcomer's to do.
    enum Whose {
        CHAIR,
        PROGRAM,
        NEWCOMER,
        BUDDY
    }

    private final Whose whose;
    private final int day;

    Point(Whose whose, int day) {
        this.whose = whose;
        this.day = day;
    }

    static List<Point> looks() {
        return Stream.of(values()).filter(Point::look).toList();
    }

    static Optional<Point> of(String key) {
        return Stream.of(values()).filter(point -> point.key().equals(key)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Whose whose() {
        return whose;
    }

    int day() {
        return day;
    }

    boolean look() {
        return day > 0;
    }

    /// By an act of its own, and not by a fact that stands elsewhere.
    boolean marked() {
        return whose == Whose.NEWCOMER || look();
    }

    Instant from(Instant begun) {
        return begun.plus(Duration.ofDays(day));
    }
}
