@NullMarked
package org.peerage.issues;

import org.jspecify.annotations.NullMarked;
