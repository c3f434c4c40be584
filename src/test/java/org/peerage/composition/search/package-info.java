@NullMarked
package org.peerage.composition.search;

import org.jspecify.annotations.NullMarked;
