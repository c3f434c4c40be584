package org.peerage.conflicts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;

/// That somebody has disclosed what there was to disclose, about the profiles as they were then.
///
/// @param seen what each profile said, as a digest
record Statement(PersonId by, Instant at, PersonId chair, Map<ProfileId, String> seen) {

    /// The charter is signed again as often.
    static final Duration LASTS = Duration.ofDays(365);

    /// Whose profile is new or says something else; the others need no second look.
    List<Party> changed(List<Party> parties) {
        return parties.stream()
                .filter(party -> !party.is(by))
                .filter(party -> !Objects.equals(seen.get(party.profile()), party.digest()))
                .toList();
    }

    /// One's own profile counts as well: who has changed their trade looks at everybody again.
    boolean holds(List<Party> parties, PersonId chairNow, Instant now) {
        return at.plus(LASTS).isAfter(now)
                && chair.equals(chairNow)
                && parties.stream().allMatch(party -> party.digest().equals(seen.get(party.profile())));
    }
}
