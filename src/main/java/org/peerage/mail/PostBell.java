package org.peerage.mail;

import org.peerage.tenancy.Bell;
import org.springframework.stereotype.Component;

/// Wakes the delivery.
@Component
class PostBell extends Bell {}
