/// The samples of `deploy/`, tried with the programs that they are for.
@NullMarked
package org.peerage.deploy;

import org.jspecify.annotations.NullMarked;
