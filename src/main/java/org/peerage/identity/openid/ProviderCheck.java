package org.peerage.identity.openid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.web.SettingRefused;

/// Asks every provider that the operator has named for its description and its keys, from beside the program. Nobody is
/// signed in.
public final class ProviderCheck {

    private ProviderCheck() {}

    /// What was found of one.
    ///
    /// @param complaint what is wrong and what to do; empty where nobody would be turned away
    public record Looked(String name, Optional<String> complaint) {}

    /// Asks all that are named.
    ///
    /// @throws SettingRefused where the settings name none rightly
    public static List<Looked> all(Map<String, String> environment) {
        var settings = new OpenIdSettings(environment::get);
        var calls = new OutgoingCall();
        var looked = new ArrayList<Looked>();
        for (var provider : settings.providers()) {
            looked.add(new Looked(provider.name(), complaint(provider, settings.secret(provider), calls)));
        }
        return List.copyOf(looked);
    }

    private static Optional<String> complaint(Provider provider, String secret, OutgoingCall calls) {
        try {
            return ProviderClient.ask(provider, secret, calls).misfit();
        } catch (IOException silent) {
            return Optional.of(silent.getMessage() + "; compare " + OpenIdSettings.variable(provider.name(), "ISSUER")
                    + " with what the provider says of itself.");
        }
    }
}
