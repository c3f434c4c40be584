/// The formats of the sealed room in Java: canonical JSON, cards, the membership ledger, sealed bytes.
///
/// The server uses the public half: it checks signatures and chains, so that a stolen cookie cannot write, and stores
/// bytes it cannot open. The secret half, `Keyholder`, seals and opens; it exists for the demonstration's fictional
/// people and for tests, and an architecture test keeps everybody else away from it. The browser has the same formats
/// in `static/room`; shared vectors hold the two together (`confidentiality.md` 2, ADR-0004). Owns no tables.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peerage.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
