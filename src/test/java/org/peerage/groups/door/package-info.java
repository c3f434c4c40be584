@NullMarked
package org.peerage.groups.door;

import org.jspecify.annotations.NullMarked;
