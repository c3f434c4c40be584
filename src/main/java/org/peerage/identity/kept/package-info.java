/// What the program keeps on a person, for that person: a page to read and a file to take along.
///
/// Each module says in a file of its own (`personal/<module>.txt`) which of its tables name somebody and what
/// of them goes out; what is kept back has its reason there. Everything is read as the person, so that row
/// security decides (ADR-0032). The same files say what becomes of the rows when somebody is erased.
@NullMarked
@NamedInterface("kept")
package org.peerage.identity.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
