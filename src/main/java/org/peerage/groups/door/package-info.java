/// The door of a group's room: who may ask, who is let in. Who is inside is the ledger's to say, never the server's.
@NullMarked
package org.peerage.groups.door;

import org.jspecify.annotations.NullMarked;
