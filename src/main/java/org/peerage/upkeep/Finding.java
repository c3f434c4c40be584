package org.peerage.upkeep;

/// One thing that the doctor looked at.
record Finding(Mark mark, String subject, String sentence) {

    enum Mark {
        GOOD,
        /// It works, and somebody should know.
        LOOK,
        BAD
    }

    static Finding good(String subject, String sentence) {
        return new Finding(Mark.GOOD, subject, sentence);
    }

    static Finding look(String subject, String sentence) {
        return new Finding(Mark.LOOK, subject, sentence);
    }

    static Finding bad(String subject, String sentence) {
        return new Finding(Mark.BAD, subject, sentence);
    }

    String line() {
        var word = switch (mark) {
            case GOOD -> "good";
            case LOOK -> "look";
            case BAD -> "BAD ";
        };
        return "%s  %-12s %s".formatted(word, subject, sentence);
    }
}
