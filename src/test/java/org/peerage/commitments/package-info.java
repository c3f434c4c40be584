@NullMarked
package org.peerage.commitments;

import org.jspecify.annotations.NullMarked;
