@NullMarked
package org.peerage.networks;

import org.jspecify.annotations.NullMarked;
