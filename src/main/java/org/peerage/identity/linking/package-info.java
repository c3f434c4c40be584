/// Handing one's keys to another device of one's own, by a code from screen to screen.
@NullMarked
package org.peerage.identity.linking;

import org.jspecify.annotations.NullMarked;
