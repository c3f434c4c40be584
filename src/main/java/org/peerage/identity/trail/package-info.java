/// What was done in somebody's name or to their way in, for them to look through.
@NullMarked
package org.peerage.identity.trail;

import org.jspecify.annotations.NullMarked;
