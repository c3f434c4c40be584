package org.peerage.composition;

import java.util.List;
import java.util.Optional;

/// Somebody who could join a group: its quality now and with them, how they would fit those who sit there and why,
/// what is not known of them, and the rule that forbids it if one does. In a group where nobody sits there is nothing
/// to fit, and nothing to say.
public record Candidate(
        Leader leader,
        int group,
        double before,
        double after,
        double fit,
        List<Reason> reasons,
        Optional<Reason> forbidden) {}
