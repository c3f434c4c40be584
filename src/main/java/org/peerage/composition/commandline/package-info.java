/// `./peerage compose`: a roster and its rules from files, a proposal to a file, and published instances of the
/// literature.
@NullMarked
@NamedInterface("commandline")
package org.peerage.composition.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
