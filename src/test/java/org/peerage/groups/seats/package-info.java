@NullMarked
package org.peerage.groups.seats;

import org.jspecify.annotations.NullMarked;
