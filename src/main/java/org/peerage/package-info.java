/// Peerage: software for peer advisory groups. Each direct sub-package is a module; `docs/architecture.md` has the map.
@NullMarked
package org.peerage;

import org.jspecify.annotations.NullMarked;
