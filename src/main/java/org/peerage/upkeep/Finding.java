package org.peerage.upkeep;

/// One thing that the doctor looked at.
record Finding(Mark mark, String subject, String sentence) {

    enum Mark {
        GOOD("good"),
        /// It works, and somebody should know.
        LOOK("look"),
        BAD("BAD");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
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
        return "%-4s  %-12s %s".formatted(mark.word(), subject, sentence);
    }
}
