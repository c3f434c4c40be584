package org.peerage.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;

/// A browser in which a one-time link has signed somebody in, and nobody has shown keys.
public final class ByLink {

    private ByLink() {}

    public static Caller signedIn(RunningPeerage peerage, Caller whose) {
        var link = Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> peerage.bean(PersonalLinks.class)
                        .insert(PersonalLinks.Wanted.signIn(
                                whose.person(), "Wren Halloway", Duration.ofHours(1), "", Optional.empty()))));
        var browser = Caller.stranger(peerage);
        browser.post("/sign-in/link/" + link.token(), Map.of());
        return browser;
    }
}
