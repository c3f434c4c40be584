/// Whose turn it is to host, and what a host sees to.
@NullMarked
package org.peerage.scheduling.hosting;

import org.jspecify.annotations.NullMarked;
