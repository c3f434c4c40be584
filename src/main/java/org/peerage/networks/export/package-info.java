/// The people of a network as files that other programs read; for its convener, who may read all of it on the
/// pages.
@NullMarked
package org.peerage.networks.export;

import org.jspecify.annotations.NullMarked;
