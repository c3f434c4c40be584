package org.peerage.groups.charter;

import static org.peerage.networks.NetworkFixture.as;

import java.util.HashMap;
import java.util.Set;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// The charter of a group, for tests of other packages.
public final class CharterFixture {

    private CharterFixture() {}

    public static void sign(PersonId person, GroupId group) {
        as(person, () -> RunningPeerage.shared().bean(Charters.class).sign(group, 1));
    }

    /// What the chair chooses before they sign.
    public static void choose(PersonId chair, GroupId group, String term, String value) {
        as(chair, () -> {
            var charters = RunningPeerage.shared().bean(Charters.class);
            var terms = new HashMap<>(charters.terms(group).orElseThrow().values());
            terms.put(term, value);
            return charters.edit(group, 1, Charter.Typed.terms(terms, Set.of()));
        });
    }
}
