package org.peerage.identity.openid;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.peerage.identity.IdentitySettings;
import org.peerage.identity.People;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.SettingRefused;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The providers that the operator has named. The settings are read at each use, so that a secret file that was renewed
/// counts from then on; a start with settings that are wrong is refused.
@Component
class Providers implements People.SignInWays, People.Ways {

    private final OpenIdSettings settings;
    private final IdentitySettings here;
    private final OutgoingCall calls = new OutgoingCall();

    Providers(Environment environment, IdentitySettings here) {
        this.settings = new OpenIdSettings(environment::getProperty);
        this.here = here;
        settings.providers().forEach(settings::secret);
    }

    List<Provider> all() {
        return settings.providers();
    }

    Optional<Provider> named(String name) {
        return all().stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    Optional<Provider> of(String issuer) {
        return all().stream()
                .filter(provider -> provider.issuer().toString().equals(issuer))
                .findFirst();
    }

    ProviderClient ask(Provider provider) throws IOException {
        try {
            return ProviderClient.ask(provider, settings.secret(provider), calls);
        } catch (SettingRefused noSecret) {
            throw new IOException(noSecret.getMessage(), noSecret);
        }
    }

    /// Where a provider sends the browser back to; the operator writes it down there. One for each, so that
    /// none answers in another's place.
    URI back(Provider provider) {
        return here.baseUrl().resolve("/sign-in/openid/" + provider.name() + "/back");
    }

    @Override
    public List<Link> offered(String next) {
        var query = next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return all().stream()
                .map(provider -> Link.to(
                        "/sign-in/openid/" + provider.name() + query, "identity.openid.signIn", provider.label()))
                .toList();
    }

    @Override
    public Optional<Message> trouble(String word) {
        return Trouble.of(word).map(trouble -> Message.of("identity.openid.trouble." + trouble.word()));
    }

    @Override
    public List<Link> ways() {
        return all().isEmpty() ? List.of() : List.of(Link.to(ProviderLinksController.PAGE, "identity.openid.title"));
    }
}
