package org.peerage.identity;

import java.util.List;
import org.peerage.tenancy.PersonId;

/// People whom the acting person knows well enough to let them sign in again. Answered by the modules that seat people;
/// a policy of each on `identity.personal_link` says the same to the database.
public interface Acquaintances {

    List<Acquaintance> mine();

    /// Somebody known.
    ///
    /// @param where the group or network they are known from
    /// @param helpable false where somebody else has to make the link: they hold an office that one does not
    record Acquaintance(PersonId person, String name, String where, boolean helpable) {}
}
