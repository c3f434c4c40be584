@NullMarked
package org.peerage.proposals.people;

import org.jspecify.annotations.NullMarked;
