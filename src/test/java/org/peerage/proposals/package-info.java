@NullMarked
package org.peerage.proposals;

import org.jspecify.annotations.NullMarked;
