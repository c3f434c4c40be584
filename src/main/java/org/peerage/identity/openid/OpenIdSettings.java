package org.peerage.identity.openid;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peerage.web.SettingRefused;

/// What the operator has written down about providers. `PEERAGE_OPENID` lists their names, and each has an issuer, a
/// client id, a secret and a label of its own. Nothing there: nobody is asked.
final class OpenIdSettings {

    static final String NAMES = "PEERAGE_OPENID";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_LABEL = 40;

    private final Source settings;

    /// Where settings are read by their names; null where nothing is set.
    interface Source {
        @Nullable String get(String name);
    }

    OpenIdSettings(Source settings) {
        this.settings = settings;
    }

    /// All of them, in the order in which they are listed.
    ///
    /// @throws SettingRefused with a sentence for the operator
    List<Provider> providers() {
        var found = new ArrayList<Provider>();
        for (var name : names()) {
            if (!NAME.matcher(name).matches()) {
                throw new SettingRefused(NAMES + " lists \"" + name
                        + "\"; a name has up to 20 small letters and digits, for example PEERAGE_OPENID=work.");
            }
            if (found.stream().anyMatch(other -> other.name().equals(name))) {
                throw new SettingRefused(NAMES + " lists " + name + " twice; name each provider once.");
            }
            found.add(provider(name));
        }
        return List.copyOf(found);
    }

    private List<String> names() {
        return Arrays.stream(setting(NAMES).orElse("").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Provider provider(String name) {
        var label = setting(variable(name, "LABEL")).orElse(name);
        if (label.length() > LONGEST_LABEL) {
            throw new SettingRefused(variable(name, "LABEL") + " is longer than " + LONGEST_LABEL
                    + " letters; people read it on a button, so shorten it.");
        }
        return new Provider(
                name,
                issuer(name),
                needed(variable(name, "CLIENT_ID"), "write there how the provider calls this program"),
                label);
    }

    private URI issuer(String name) {
        var variable = variable(name, "ISSUER");
        var text = needed(variable, "write there the address that the provider calls its issuer");
        try {
            var issuer = URI.create(text);
            if (reachedSafely(issuer) && issuer.getQuery() == null && issuer.getFragment() == null) {
                return issuer;
            }
        } catch (IllegalArgumentException unreadable) {
            // The sentence below says what is wanted.
        }
        throw new SettingRefused(variable + " is no address that can be trusted; write one that begins with https://"
                + " and has neither ? nor #.");
    }

    /// What goes to another machine goes there by https.
    static boolean reachedSafely(@Nullable URI address) {
        return address != null
                && address.getHost() != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
    }

    /// Of a variable, or of the file that a variable names, as container secrets are handed over. Read at each use: one
    /// that was renewed counts from then on.
    ///
    /// @throws SettingRefused with a sentence for the operator
    String secret(Provider provider) {
        var variable = variable(provider.name(), "CLIENT_SECRET");
        var file = setting(variable + "_FILE");
        if (file.isEmpty()) {
            return needed(variable, "or name a file in " + variable + "_FILE that holds the secret");
        }
        try {
            var secret = Files.readString(Path.of(file.get())).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException unreadable) {
            // The sentence below says which file.
        }
        throw new SettingRefused(variable + "_FILE names a file that is empty or cannot be read: " + file.get() + ".");
    }

    private String needed(String variable, String remedy) {
        return setting(variable).orElseThrow(() -> new SettingRefused(variable + " is empty; " + remedy + "."));
    }

    private Optional<String> setting(String variable) {
        return Optional.ofNullable(settings.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }

    static String variable(String name, String what) {
        return NAMES + "_" + name.toUpperCase(Locale.ROOT) + "_" + what;
    }
}
