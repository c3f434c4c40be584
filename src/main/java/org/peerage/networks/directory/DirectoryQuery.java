package org.peerage.networks.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.ProfileId;

/// What somebody looks for in the directory. The address of the page carries it, so that it can be passed on.
///
/// @param after the last leader of the page before; the list goes on behind them
/// @param before the first leader of the page after; the list leads up to them
record DirectoryQuery(
        String words,
        String industry,
        String stage,
        Optional<SizeRange> size,
        String place,
        Optional<ProfileId> after,
        Optional<ProfileId> before) {

    static final int PAGE = 50;

    /// Sizes that members think in.
    enum SizeRange {
        UP_TO_10(0, 10),
        UP_TO_50(11, 50),
        UP_TO_200(51, 200),
        UP_TO_1000(201, 1000),
        MORE(1001, Integer.MAX_VALUE);

        private final int least;
        private final int most;

        SizeRange(int least, int most) {
            this.least = least;
            this.most = most;
        }

        int least() {
            return least;
        }

        int most() {
            return most;
        }

        static Optional<SizeRange> named(String name) {
            return Arrays.stream(values())
                    .filter(range -> range.name().equals(name))
                    .findFirst();
        }
    }

    DirectoryQuery(String words, String industry, String stage, Optional<SizeRange> size, String place) {
        this(words, industry, stage, size, place, Optional.empty(), Optional.empty());
    }

    static DirectoryQuery words(String words) {
        return new DirectoryQuery(words, "", "", Optional.empty(), "");
    }

    /// Every word must occur.
    List<String> patterns() {
        return LeaderFacts.patterns(words);
    }

    Optional<String> placePattern() {
        return place.isBlank() ? Optional.empty() : Optional.of(LeaderFacts.pattern(place.strip()));
    }

    /// Whether a part of what is written on leaders is asked for.
    boolean sought() {
        return !patterns().isEmpty() || !place.isBlank();
    }

    /// Whether that is all that is asked for.
    boolean soughtAlone() {
        return sought() && industry.isEmpty() && stage.isEmpty() && size.isEmpty();
    }

    DirectoryQuery after(ProfileId leader) {
        return new DirectoryQuery(words, industry, stage, size, place, Optional.of(leader), Optional.empty());
    }

    DirectoryQuery before(ProfileId leader) {
        return new DirectoryQuery(words, industry, stage, size, place, Optional.empty(), Optional.of(leader));
    }

    /// The one field that narrows the directory down, where its leaders are counted already.
    Optional<Choice> counted() {
        if (sought() || size.isPresent()) {
            return Optional.empty();
        }
        if (industry.isEmpty()) {
            return Optional.of(stage.isEmpty() ? Choice.EVERYBODY : new Choice("stage", stage));
        }
        return stage.isEmpty() ? Optional.of(new Choice("industry", industry)) : Optional.empty();
    }

    /// A value of a field, as it is counted.
    record Choice(String field, String value) {

        static final Choice EVERYBODY = new Choice("", "");
    }

    /// At the end of an address, with its question mark, or nothing.
    String parameters() {
        var parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        add(parameters, "words", words);
        add(parameters, "industry", industry);
        add(parameters, "stage", stage);
        add(parameters, "size", size.map(Enum::name).orElse(""));
        add(parameters, "place", place);
        add(parameters, "after", after.map(ProfileId::toString).orElse(""));
        add(parameters, "before", before.map(ProfileId::toString).orElse(""));
        return parameters.toString();
    }

    private static void add(StringJoiner parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    boolean narrowed() {
        return !words.isBlank() || !industry.isEmpty() || !stage.isEmpty() || size.isPresent() || !place.isBlank();
    }
}
