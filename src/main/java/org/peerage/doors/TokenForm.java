package org.peerage.doors;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.KeyChanges;
import org.peerage.web.Name;

/// What the page asks for, and the signature over it.
record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable Integer days,
        @Nullable String sig) {

    /// For how many days a token may be good.
    static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    /// @param about what was signed, word for word
    record Wish(String name, Set<TokenScope> scopes, int days, String about, String sig) {

        KeyChanges.Signed signed() {
            return new KeyChanges.Signed("token", about, sig);
        }
    }

    /// What is asked for, or the code of what is wrong with it.
    sealed interface Parsed {

        record Valid(Wish wish) implements Parsed {}

        record Invalid(String code) implements Parsed {}
    }

    Parsed parse() {
        var called = name == null ? "" : name.strip();
        if (!Name.accepts(called, 80)) {
            return new Parsed.Invalid("doors.tokens.wrong.name");
        }
        var words = scopes == null ? List.<String>of() : scopes;
        var known = words.stream()
                .map(TokenScope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
        if (known.isEmpty() || known.size() != words.size()) {
            return new Parsed.Invalid("doors.tokens.wrong.scopes");
        }
        if (days == null || !DAYS.contains(days)) {
            return new Parsed.Invalid("doors.tokens.wrong.days");
        }
        return new Parsed.Valid(new Wish(called, known, days, about(called, words, days), sig == null ? "" : sig));
    }

    /// The page signs the same words.
    static String about(String name, List<String> scopes, int days) {
        return name + "\n" + String.join(" ", scopes) + "\n" + days;
    }
}
