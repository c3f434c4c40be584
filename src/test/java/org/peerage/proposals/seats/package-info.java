@NullMarked
package org.peerage.proposals.seats;

import org.jspecify.annotations.NullMarked;
