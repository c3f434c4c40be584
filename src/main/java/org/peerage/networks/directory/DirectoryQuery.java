package org.peerage.networks.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peerage.networks.Facts;

/// What somebody looks for in the directory. The address of the page carries it, so that it can be passed on.
record DirectoryQuery(String words, String industry, String stage, Optional<SizeBand> size, String place, int page) {

    static final int PAGE = 50;
    private static final int MOST_WORDS = 8;

    /// Sizes that members think in.
    enum SizeBand {
        UP_TO_10(0, 10),
        UP_TO_50(11, 50),
        UP_TO_200(51, 200),
        UP_TO_1000(201, 1000),
        MORE(1001, Integer.MAX_VALUE);

        private final int least;
        private final int most;

        SizeBand(int least, int most) {
            this.least = least;
            this.most = most;
        }

        int least() {
            return least;
        }

        int most() {
            return most;
        }

        static Optional<SizeBand> named(String name) {
            return Arrays.stream(values())
                    .filter(band -> band.name().equals(name))
                    .findFirst();
        }
    }

    static DirectoryQuery words(String words) {
        return new DirectoryQuery(words, "", "", Optional.empty(), "", 1);
    }

    /// Every word must occur; `%` and `_` mean themselves.
    List<String> patterns() {
        return patterns(words);
    }

    Optional<String> placePattern() {
        return place.isBlank() ? Optional.empty() : Optional.of(pattern(place.strip()));
    }

    int offset() {
        return (page - 1) * PAGE;
    }

    boolean narrowed() {
        return !words.isBlank() || !industry.isEmpty() || !stage.isEmpty() || size.isPresent() || !place.isBlank();
    }

    private static List<String> patterns(String words) {
        return Arrays.stream(words.strip().split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(DirectoryQuery::pattern)
                .toList();
    }

    private static String pattern(String word) {
        return "%" + Facts.plain(word).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
