package org.peerage.identity.openid;

import java.io.Serial;
import java.io.Serializable;

/// Who somebody is at a provider. Only issuer and subject ever find anybody; how the provider calls the account is
/// shown to its owner, and neither believed nor compared.
record Account(String provider, String issuer, String subject, String shownAs) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;
}
