package org.peerage.groups.charter;

import java.util.List;
import java.util.Map;

/// What a group makes of the template: the clauses it leaves out, those it says in its own words by their id, and those
/// it adds.
record Wording(List<String> struck, Map<String, String> own, List<Clause.Written> added) {

    static final Wording TEMPLATE = new Wording(List.of(), Map.of(), List.of());
    static final int MOST_ADDED = 12;
    static final int LONGEST = 3000;
    static final int LONGEST_TITLE = 120;

    Wording {
        struck = List.copyOf(struck);
        own = Map.copyOf(own);
        added = List.copyOf(added);
    }
}
