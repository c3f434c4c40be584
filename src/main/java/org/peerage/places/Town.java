package org.peerage.places;

import java.time.ZoneId;

/// A town on the globe, in degrees; south and west are negative.
///
/// @param people in thousands, by which the larger of two towns with one name is told
public record Town(String country, String state, double latitude, double longitude, ZoneId zone, int people) {}
