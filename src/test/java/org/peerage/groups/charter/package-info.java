@NullMarked
package org.peerage.groups.charter;

import org.jspecify.annotations.NullMarked;
