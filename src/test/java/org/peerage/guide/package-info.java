@NullMarked
package org.peerage.guide;

import org.jspecify.annotations.NullMarked;
