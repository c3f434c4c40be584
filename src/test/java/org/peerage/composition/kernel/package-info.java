@NullMarked
package org.peerage.composition.kernel;

import org.jspecify.annotations.NullMarked;
