package org.peerage.composition;

import java.util.List;

/// What makes two leaders, or a whole group, fit; each is a value from 0 to 1 (S1.6 to S1.8, S3.15). The first seven
/// are values of pairs; the others look at the group.
public enum Criterion {
    ROLE("role", 10),
    SIZE("size", 10),
    STAGE("stage", 10),
    EXPERIENCE("experience", 5),
    INDUSTRY("industry", 15),
    COMPETENCE("competence", 10),
    REPEATS("repeats", 10),
    WISHES("wishes", 5),
    ALONE("alone", 10);

    public static final List<Criterion> OF_PAIRS =
            List.of(ROLE, SIZE, STAGE, EXPERIENCE, INDUSTRY, COMPETENCE, REPEATS, WISHES);

    private final String word;
    private final int usualWeight;

    Criterion(String word, int usualWeight) {
        this.word = word;
        this.usualWeight = usualWeight;
    }

    /// The word for it in a file or an option.
    public String word() {
        return word;
    }

    /// The name of the text that says it to people.
    public String key() {
        return "composition.criterion." + word;
    }

    /// How much it matters as long as the convener does not say otherwise.
    public int usualWeight() {
        return usualWeight;
    }

    /// Five doublings of head count apart, two organisations have nothing in common.
    public static double sizeValue(double one, double other) {
        return Math.max(0, 1 - Math.abs(one - other) / 5);
    }

    /// One stage apart is two thirds; three stages apart is nothing.
    public static double stageValue(int one, int other) {
        return Math.max(0, 1 - Math.abs(one - other) / 3.0);
    }

    /// Fifteen years apart is nothing.
    public static double experienceValue(int one, int other) {
        return Math.max(0, 1 - Math.abs(one - other) / 15.0);
    }

    /// One level apart is a half; two are nothing.
    public static double roleValue(int one, int other) {
        return Math.max(0, 1 - Math.abs(one - other) / 2.0);
    }

    /// The same narrow industry adds nothing, the same industry a half (also when the narrow one is not said), another
    /// one everything.
    public static double industryValue(String industry, String narrow, String otherIndustry, String otherNarrow) {
        if (!industry.equals(otherIndustry)) {
            return 1;
        }
        return !narrow.isEmpty() && narrow.equals(otherNarrow) ? 0 : 0.5;
    }
}
