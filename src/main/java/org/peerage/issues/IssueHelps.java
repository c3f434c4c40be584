package org.peerage.issues;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Everything that may help whoever raises an issue.
@Component
public class IssueHelps {

    private final ObjectProvider<IssueHelp> modules;

    IssueHelps(ObjectProvider<IssueHelp> modules) {
        this.modules = modules;
    }

    /// What other modules offer to whoever prepares an issue.
    ///
    /// @param beside the form
    /// @param scripts once on the page
    public record Help(List<Panel> beside, List<Panel> scripts) {}

    /// For whoever acts, in the transaction of the page.
    public Help of(Circle circle) {
        var all = modules.orderedStream().toList();
        return new Help(
                all.stream().flatMap(module -> module.beside(circle).stream()).toList(),
                all.stream().map(IssueHelp::scripts).toList());
    }
}
