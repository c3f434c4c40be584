/// Confidences: a word that a member has for the chair alone.
///
/// - It is sealed in the browser to the key of whoever chairs the room by its ledger, and to nobody else's, not even
///   its writer's (`confidentiality.md` 2.13). Where the chair has no key in the room, nothing is sealed or sent.
/// - That somebody has told the chair something is seen by the two of them; the others find in the ledger that a text
///   for a few was put into the room, and neither for whom nor what it is.
/// - The chair says of each that it was read, and that it was answered; the answer itself is given elsewhere.
///
/// Owns schema `confidences`: `confidence`. It is the example of a form that seals to one reader by role
/// (`docs/howto/add-a-sealed-text.md`).
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms", "rooms::readers"})
package org.peerage.confidences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
