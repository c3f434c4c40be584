/// Passkeys: registering and checking them, and keeping what they are checked by.
@NullMarked
package org.peerage.identity.passkeys;

import org.jspecify.annotations.NullMarked;
