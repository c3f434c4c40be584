package org.peerage.identity;

import java.net.URI;
import org.peerage.web.PublicAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where people reach this instance. The host is also the domain that passkeys are bound to, for ever: choose it
/// before the first enrolment.
@ConfigurationProperties("peerage")
public record IdentitySettings(URI baseUrl) {

    public IdentitySettings {
        baseUrl = PublicAddress.of(baseUrl.toString()).address();
    }

    public String origin() {
        return new PublicAddress(baseUrl).origin();
    }

    public boolean secure() {
        return new PublicAddress(baseUrl).secure();
    }
}
