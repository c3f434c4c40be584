package org.peerage.placing;

import java.util.List;
import org.peerage.composition.Candidate;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Shell;

/// Who would suit a group.
record CandidatesPage(SeatedGroup group, String words, List<Line> asked, List<Line> best) {

    /// Somebody as the directory calls them, and how they would do in the group.
    record Line(Directory.Entry entry, Candidate candidate) {

        String why(Shell shell) {
            return Placing.why(candidate, shell);
        }
    }

    boolean searched() {
        return !words.isBlank();
    }

    String base() {
        return group.id().address();
    }
}
