package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameTests {

    @Test
    void namesOfTheWorldAreNames() {
        for (var name : List.of("Ada Example", "Zoë O’Neill-Šimůnková", "李明", "أحمد", "नेहा", "Jo", "می‌خواهم")) {
            assertThat(Name.accepts(name, 120)).as(name).isTrue();
        }
    }

    @Test
    void whatCannotBeSeenIsNoPartOfAName() {
        for (var name : List.of(
                "",
                "   ",
                "Ada\nExample",
                "Ada\r\nBcc: everybody@example.org",
                "Ada\tExample",
                "Ada\u0000",
                "Ada\u007f",
                "Ada\u0085Example",
                "Ada\u2028Example",
                "Ada \u202eelpmaxE",
                "\u2067Ada")) {
            assertThat(Name.accepts(name, 120)).as(name).isFalse();
        }
    }

    @Test
    void aNameHasAnEnd() {
        assertThat(Name.accepts("a".repeat(120), 120)).isTrue();
        assertThat(Name.accepts("a".repeat(121), 120)).isFalse();
    }
}
