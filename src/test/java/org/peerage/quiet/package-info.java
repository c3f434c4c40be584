/// A module as somebody would bring it tomorrow: one kind of agenda item that nobody else knows of. It is here, among
/// the tests, so that its need of a change anywhere else would be seen.
@NullMarked
package org.peerage.quiet;

import org.jspecify.annotations.NullMarked;
