package org.peerage.groups;

import java.util.Optional;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// What is known against people sitting together, or what would have to be known first.
///
/// @param forbids whether they may not; otherwise it is for people to judge
/// @param remedy where it can be put right, for whoever may
public record Objection(boolean forbids, Message sentence, Optional<Link> remedy) {}
