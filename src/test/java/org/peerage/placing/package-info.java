@NullMarked
package org.peerage.placing;

import org.jspecify.annotations.NullMarked;
