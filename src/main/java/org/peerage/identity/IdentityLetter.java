package org.peerage.identity;

import java.time.Instant;
import java.util.List;
import org.peerage.mail.Letter;
import org.peerage.tenancy.PersonId;

/// About somebody's own ways in. `about` tells letters of the same kind apart.
record IdentityLetter(String kind, String about, PersonId to, String toName, List<String> facts, Instant at)
        implements Letter {

    private static final String LINK = "identity.letter.link";

    @Override
    public String key() {
        return kind + "/" + about + "/" + to;
    }

    /// Only a sign-in link gives way to a newer one.
    @Override
    public String thread() {
        return fleeting() ? "sign-in/" + to : "keys/" + about;
    }

    @Override
    public boolean fleeting() {
        return kind.equals(LINK);
    }

    @Override
    public Instant worthUntil() {
        return fleeting() ? at.plus(SignInLinks.MAILED) : at.plus(SignInLinks.HANDED_OVER);
    }
}
