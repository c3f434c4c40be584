/// The groups of a network: the list of them, and how a convener forms one more.
@NullMarked
package org.peerage.groups.forming;

import org.jspecify.annotations.NullMarked;
