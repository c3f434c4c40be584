/// The directory: the leaders of a network as its members see them, the profile of each, and with whom they would
/// like to sit.
@NullMarked
@NamedInterface("directory")
package org.peerage.networks.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
