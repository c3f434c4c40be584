package org.peerage.composition.search;

import org.peerage.composition.Leader;
import org.peerage.composition.Reason;

/// Two leaders who never sit together because they compete, and why.
public record Rivals(Leader one, Leader other, Reason why) {}
