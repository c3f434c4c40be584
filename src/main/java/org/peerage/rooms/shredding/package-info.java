/// The outer lock of each room: a key beside the database, without which a copy of the database opens nothing of the
/// room, not even with the keys of its members. It is destroyed with the room (`confidentiality.md` 2.12, ADR-0024).
@NullMarked
package org.peerage.rooms.shredding;

import org.jspecify.annotations.NullMarked;
