package org.peerage.scheduling;

/// Where a group meets: a place, a video link, both or, for the time being, neither.
record Venue(String place, String video) {}
