/// Members who have lost every lock and ask the others to take a new card. The ledger alone decides whether it has the
/// place of the old one.
@NullMarked
package org.peerage.rooms.newcards;

import org.jspecify.annotations.NullMarked;
