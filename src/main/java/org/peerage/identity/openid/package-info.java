/// Signing in to the lobby through a provider that the operator has named (OpenID Connect, ADR-0044). A provider says
/// who somebody is, and nothing more: such a session reads pages of the lobby and changes nothing, until its person
/// shows keys of their own. An account is found by issuer and subject alone, and its person connects it themselves.
@NullMarked
@NamedInterface("openid")
package org.peerage.identity.openid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
