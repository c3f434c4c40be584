@NullMarked
package org.peerage.sealing;

import org.jspecify.annotations.NullMarked;
