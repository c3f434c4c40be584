@NullMarked
package org.peerage.tenancy;

import org.jspecify.annotations.NullMarked;
