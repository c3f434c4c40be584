@NullMarked
package org.peerage.networks.roster;

import org.jspecify.annotations.NullMarked;
