package org.peerage.identity;

import java.util.List;

/// The browser behind a session in two names that its owner recognises. Empty where it did not say.
record UsedBrowser(String program, String system) {

    private record Sign(String mark, String name) {}

    /// In this order: most browsers also name those before them.
    private static final List<Sign> PROGRAMS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    static UsedBrowser of(String userAgent) {
        return new UsedBrowser(first(PROGRAMS, userAgent), first(SYSTEMS, userAgent));
    }

    boolean known() {
        return !program.isEmpty() && !system.isEmpty();
    }

    /// As a session keeps it.
    String kept() {
        return program + "\n" + system;
    }

    static UsedBrowser read(String kept) {
        var parts = kept.split("\n", -1);
        return parts.length == 2 ? new UsedBrowser(parts[0], parts[1]) : new UsedBrowser("", "");
    }

    private static String first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.mark()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
