package org.peerage.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// People whom the acting person knows well enough to let them sign in again. Answered by the modules that seat people;
/// a policy of each on `identity.personal_link` says the same to the database.
public interface Acquaintances {

    List<Acquaintance> mine();

    /// Somebody known.
    ///
    /// @param where the group or network they are known from
    /// @param helpable false where somebody else has to make the link: they hold an office that one does not
    record Acquaintance(PersonId person, String name, String where, boolean helpable) {

        /// From a row with the columns `person_id`, `name`, `known_from` and `helpable`.
        public static Acquaintance of(ResultSet row, int number) throws SQLException {
            return new Acquaintance(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name"),
                    row.getString("known_from"),
                    row.getBoolean("helpable"));
        }
    }
}
