@NullMarked
package org.peerage.groups;

import org.jspecify.annotations.NullMarked;
