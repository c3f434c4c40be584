package org.peerage.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// Who is signed in, as the session remembers it.
public record SignedIn(UUID id, String name) implements Principal, Serializable {

    public PersonId person() {
        return new PersonId(id);
    }

    @Override
    public String getName() {
        return name;
    }
}
