package org.peerage.identity.trail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the trail of a network has to know of it; networks stand above identity.
public interface Conveners {

    record Convened(String name, String address) {}

    /// Empty where whoever acts does not convene it.
    Optional<Convened> convened(UUID network);

    /// What these are called in its directory; who is not in it is missing.
    Map<UUID, String> names(UUID network, Set<UUID> people);
}
