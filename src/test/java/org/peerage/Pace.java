package org.peerage;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// How long a calm person would take for what a journey does: every page is read to its end the first time it is seen,
/// at 238 words a minute (Brysbaert 2019), and every act costs what the keystroke-level model says (Card, Moran and
/// Newell 1980): 1.35 s to make up one's mind, 0.4 s to move the hand, 1.1 s to point, 0.2 s to click, 0.28 s a sign.
public final class Pace {

    private static final double WORDS_A_MINUTE = 238;
    private static final double ACT = 1.35 + 0.4 + 1.1 + 0.2;
    private static final double SIGN = 0.28;

    private final Set<String> read = new HashSet<>();
    private int acts;
    private int signs;
    private int words;

    /// Acts that happened elsewhere, with what is typed in them and what is read.
    public void also(int moreActs, int moreSigns, int moreWords) {
        acts += moreActs;
        signs += moreSigns;
        words += moreWords;
    }

    /// What is on the page is read before anything is done there.
    public void acts(Visitor who) {
        var path = who.page().url().replaceFirst("[?#].*", "");
        if (read.add(path)) {
            words += who.everythingOn().split("\\s+").length;
        }
        acts++;
    }

    public void types(String text) {
        signs += text.length();
    }

    public int acts() {
        return acts;
    }

    public Duration took() {
        return Duration.ofSeconds(Math.round(words / WORDS_A_MINUTE * 60 + acts * ACT + signs * SIGN));
    }

    @Override
    public String toString() {
        return acts + " acts, " + signs + " signs typed, " + words + " words read: " + took().toMinutes() + " min "
                + took().toSecondsPart() + " s";
    }
}
