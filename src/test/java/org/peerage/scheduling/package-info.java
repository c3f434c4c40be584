@NullMarked
package org.peerage.scheduling;

import org.jspecify.annotations.NullMarked;
