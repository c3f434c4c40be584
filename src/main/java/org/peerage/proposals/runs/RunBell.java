package org.peerage.proposals.runs;

import org.peerage.tenancy.Bell;
import org.springframework.stereotype.Component;

/// Wakes the worker that composes.
@Component
class RunBell extends Bell {}
