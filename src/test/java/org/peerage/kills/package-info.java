/// Whether what was acknowledged is still there after the program, its database, or both were killed in the middle of
/// it.
@NullMarked
package org.peerage.kills;

import org.jspecify.annotations.NullMarked;
