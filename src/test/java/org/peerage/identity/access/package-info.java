@NullMarked
package org.peerage.identity.access;

import org.jspecify.annotations.NullMarked;
