@NullMarked
package org.peerage.rooms;

import org.jspecify.annotations.NullMarked;
