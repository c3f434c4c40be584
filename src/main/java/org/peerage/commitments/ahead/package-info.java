/// What somebody has committed themselves to in the groups they sit in: on the pages of the groups and on the first
/// page.
@NullMarked
package org.peerage.commitments.ahead;

import org.jspecify.annotations.NullMarked;
