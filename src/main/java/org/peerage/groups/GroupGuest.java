package org.peerage.groups;

import java.util.List;
import org.peerage.web.Link;

/// Another module on the page of a group: its ways in, and what it has for whoever looks to do next. One bean a module;
/// `@Order` says which links come first. Called in the transaction of the page, for whoever acts.
public interface GroupGuest {

    List<Link> links(Circle circle);

    List<NextStep> next(Circle circle);
}
