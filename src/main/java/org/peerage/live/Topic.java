package org.peerage.live;

import java.util.UUID;

/// Something that people follow together.
///
/// @param module whose policies say who that is
/// @param id of the thing itself
public record Topic(String module, UUID id) {}
