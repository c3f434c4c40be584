@NullMarked
package org.peerage.networks.directory;

import org.jspecify.annotations.NullMarked;
