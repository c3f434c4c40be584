/// Who the named readers of a text are, for modules that ask for certain ones.
@NullMarked
@NamedInterface("readers")
package org.peerage.rooms.readers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
