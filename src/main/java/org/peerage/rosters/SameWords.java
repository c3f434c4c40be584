package org.peerage.rosters;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is the same in all ways of writing a company, a trade or a market: "Health Care", "health-care" and
/// "Health care " are one. Whoever compares what two people say of their work compares this, so that two who compete by
/// one page do so by the other.
public final class SameWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /// C++ and C# are not C.
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#]+");

    private SameWords() {}

    /// Words of small letters without marks, with one space between them; empty where there is no word.
    public static String of(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
