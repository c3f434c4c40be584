/// Groups of a proposal become groups of the network.
@NullMarked
package org.peerage.proposals.forming;

import org.jspecify.annotations.NullMarked;
