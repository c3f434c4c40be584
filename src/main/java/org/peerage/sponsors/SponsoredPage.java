package org.peerage.sponsors;

import java.time.LocalDate;
import java.util.List;

/// All that a sponsor sees, and what members see that a sponsor sees. Holds no id of anybody and no name but those of
/// the sponsors and of what they sponsor.
///
/// @param whole a network and not one group
/// @param sponsors by name; nobody yet where empty
/// @param figures of quarters that are over, the last first
/// @param next from when on there are more
record SponsoredPage(
        String name, boolean whole, List<String> sponsors, List<Figures> figures, LocalDate next, List<String> themes) {

    String kind() {
        return whole ? "network" : "group";
    }
}
