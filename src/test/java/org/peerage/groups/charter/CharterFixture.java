package org.peerage.groups.charter;

import static org.peerage.networks.NetworkFixture.as;

import org.peerage.RunningPeerage;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// The charter of a group, for tests of other packages.
public final class CharterFixture {

    private CharterFixture() {}

    public static void sign(PersonId person, GroupId group) {
        as(person, () -> RunningPeerage.shared().bean(Charters.class).sign(group, 1));
    }
}
