package org.peerage.identity;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where people reach this instance. The host is also the domain that passkeys are bound to, for ever: choose it
/// before the first enrolment.
@ConfigurationProperties("peerage")
public record IdentitySettings(URI baseUrl) {

    public IdentitySettings {
        if (baseUrl.getHost() == null || !baseUrl.getPath().replace("/", "").isEmpty()) {
            throw new IllegalArgumentException(
                    "PEERAGE_BASE_URL must look like https://peerage.example.org, without a path, and is " + baseUrl);
        }
    }

    public String origin() {
        return baseUrl.getScheme() + "://" + baseUrl.getAuthority();
    }

    public boolean secure() {
        return "https".equals(baseUrl.getScheme());
    }
}
