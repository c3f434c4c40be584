package org.peerage.identity.openid;

import java.net.URI;

/// One provider, as the operator has named it. Its secret is in the settings alone, read where it is needed.
///
/// @param name of our own, which stands in addresses
/// @param label what people read on the button
record Provider(String name, URI issuer, String clientId, String label) {}
