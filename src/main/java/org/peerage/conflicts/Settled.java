package org.peerage.conflicts;

import java.time.Instant;
import org.peerage.networks.ProfileId;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.PersonId;

/// That a finding about a candidate needs nothing more, as long as both profiles say what they said.
///
/// @param profile of whoever sits there
/// @param finding which of those between the two
/// @param digest of what both profiles said
/// @param aside by the chair; otherwise whoever it concerns has looked
record Settled(
        ProspectId prospect,
        ProfileId profile,
        String finding,
        String digest,
        boolean aside,
        PersonId by,
        Instant at) {}
