/// Who may reach what before row security decides: strangers, those who have signed in, and those who have shown keys.
/// Nothing here answers a page; it lets requests through to those that do, or leads to the sign-in page or the proof.
@NullMarked
package org.peerage.identity.access;

import org.jspecify.annotations.NullMarked;
