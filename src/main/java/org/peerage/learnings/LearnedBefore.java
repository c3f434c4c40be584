package org.peerage.learnings;

import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.issues.IssueHelp;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// What others here have learned and agreed to be asked about, beside whatever issue somebody is about to raise.
@Component
class LearnedBefore implements IssueHelp {

    private final Askings askings;

    LearnedBefore(Askings askings) {
        this.askings = askings;
    }

    @Override
    public Optional<Panel> beside(Circle circle) {
        var known = askings.known(circle);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("learnings/before", Map.of("known", known, "circle", circle)));
    }

    @Override
    public Panel scripts() {
        return new Panel("learnings/scripts", Map.of());
    }
}
