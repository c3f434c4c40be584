package org.peerage.composition;

/// What makes two leaders, or a whole group, fit; each is a value from 0 to 1 (S1.6 to S1.8, S3.15). The first seven
/// are values of pairs; the others look at the group.
enum Criterion {
    ROLE("role", "similar role", 10),
    SIZE("size", "organisations of similar size", 10),
    STAGE("stage", "similar stage", 10),
    EXPERIENCE("experience", "similar experience", 5),
    INDUSTRY("industry", "different industries", 15),
    COMPETENCE("competence", "having done what others aim at", 10),
    REPEATS("repeats", "few repeats of earlier groups", 10),
    WISHES("wishes", "mutual wishes", 5),
    ALONE("alone", "nobody the only one of their kind", 10);

    static final Criterion[] OF_PAIRS = {ROLE, SIZE, STAGE, EXPERIENCE, INDUSTRY, COMPETENCE, REPEATS, WISHES};

    final String word;
    final String sentence;
    final int usualWeight;

    Criterion(String word, String sentence, int usualWeight) {
        this.word = word;
        this.sentence = sentence;
        this.usualWeight = usualWeight;
    }

    /// Five doublings of head count apart, two organisations have nothing in common.
    static double sizeValue(double one, double other) {
        return Math.max(0, 1 - Math.abs(one - other) / 5);
    }

    /// One stage apart is two thirds; three stages apart is nothing.
    static double stageValue(int one, int other) {
        return Math.max(0, 1 - Math.abs(one - other) / 3.0);
    }

    /// Fifteen years apart is nothing.
    static double experienceValue(int one, int other) {
        return Math.max(0, 1 - Math.abs(one - other) / 15.0);
    }

    /// One level apart is a half; two are nothing.
    static double roleValue(int one, int other) {
        return Math.max(0, 1 - Math.abs(one - other) / 2.0);
    }

    /// The same narrow industry adds nothing, the same industry a half (also when the narrow one is not said), another
    /// one everything.
    static double industryValue(String industry, String narrow, String otherIndustry, String otherNarrow) {
        if (!industry.equals(otherIndustry)) {
            return 1;
        }
        return !narrow.isEmpty() && narrow.equals(otherNarrow) ? 0 : 0.5;
    }
}
