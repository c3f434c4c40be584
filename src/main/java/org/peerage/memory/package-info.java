/// What a room remembers: looking for words in all of it.
///
/// - Everything here is made in the page, from what the ledger names and the reader's keys open. The server is
///   asked for sealed texts and never learns what somebody looks for.
/// - What a device keeps of it is sealed under a key that the room's key and the person's own make together, and gone
///   when the rooms close.
///
/// Owns no table.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms"})
package org.peerage.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
