package org.peerage.composition;

import java.util.List;

/// A group that somebody, or a whole other group, may lawfully join: its size and quality now, its quality with them,
/// how they would fit those who sit there, and why.
public record Opening(
        int number, String name, int size, double before, double after, double fit, List<Reason> reasons) {}
