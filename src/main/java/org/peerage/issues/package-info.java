/// Issues: what a member brings to the group, how it is prepared, and how the group works on it by a protocol.
///
/// Protocols are data (`issues/protocols.json`): steps with minutes, who speaks, and gates that must be met before the
/// group moves on. Both the stated and the real issue are kept (`S0.21`). No issue closes without a dated commitment or
/// "no action, because" (`S0.22`). Notes taken meanwhile are handed to the presenter and leave everybody else's sight.
/// All words are sealed records of the room; here are ids, states and times. Owns schema `issues`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms", "meetings"})
package org.peerage.issues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
