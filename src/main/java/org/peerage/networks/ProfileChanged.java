package org.peerage.networks;

/// Somebody has changed what their own profile says of their work: organisation, role, industry, markets or place.
/// Published in their transaction.
public record ProfileChanged(NetworkId network, ProfileId profile) {}
