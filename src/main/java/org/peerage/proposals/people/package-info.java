/// Whom a search is to seat: leaders of the directory as the engine reads them, those chosen one by one, and what a
/// convener knows about two of them.
@NullMarked
package org.peerage.proposals.people;

import org.jspecify.annotations.NullMarked;
