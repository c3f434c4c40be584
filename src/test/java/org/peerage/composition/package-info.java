@NullMarked
package org.peerage.composition;

import org.jspecify.annotations.NullMarked;
