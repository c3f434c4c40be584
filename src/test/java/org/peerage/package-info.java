@NullMarked
package org.peerage;

import org.jspecify.annotations.NullMarked;
