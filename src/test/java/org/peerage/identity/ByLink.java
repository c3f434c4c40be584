package org.peerage.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// A browser in which a one-time link has signed somebody in, and nobody has shown keys.
public final class ByLink {

    private ByLink() {}

    public static Caller signedIn(RunningPeerage peerage, Caller whose) {
        var browser = Caller.stranger(peerage);
        browser.post(
                "/sign-in/link/"
                        + issued(peerage, whose.person(), "Wren Halloway").token(),
                Map.of());
        return browser;
    }

    /// The address of a link that signs somebody in once.
    public static String address(RunningPeerage peerage, PersonId person, String name) {
        return issued(peerage, person, name).url();
    }

    private static PersonalLinks.Issued issued(RunningPeerage peerage, PersonId person, String name) {
        return Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> peerage.bean(PersonalLinks.class)
                        .insert(PersonalLinks.Wanted.signIn(person, name, Duration.ofHours(1), "", Optional.empty()))));
    }
}
