@NullMarked
package org.peerage.proposals.runs;

import org.jspecify.annotations.NullMarked;
