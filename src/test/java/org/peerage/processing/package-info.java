@NullMarked
package org.peerage.processing;

import org.jspecify.annotations.NullMarked;
