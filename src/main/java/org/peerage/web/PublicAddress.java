package org.peerage.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where people reach this instance, as a browser spells it. Passkeys are bound to its host, and browsers give neither
/// passkeys nor the means to open a room to a page that came without encryption or from a bare number: such an address
/// is refused before anybody enrols under it.
public record PublicAddress(URI address) {

    private static final String VARIABLE = "PEERAGE_BASE_URL";
    private static final Pattern NUMBER = Pattern.compile("\\[.*]|[0-9.]+|0x[0-9a-f]+");

    /// The address as it was written, made plain.
    ///
    /// @throws SettingRefused for an address under which no passkey can ever be made
    public static PublicAddress of(String written) {
        var text = written.strip();
        if (text.isEmpty()) {
            throw refused("is empty", "leave it out, or write it like https://peerage.example.org");
        }
        var given = parsed(text);
        var scheme = lower(given.getScheme());
        if (given.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw refused(
                    "is not an address that a browser can open",
                    "write it like https://peerage.example.org; a name with other letters than a to z in its form that"
                            + " begins with xn--");
        }
        var bare = given.getRawUserInfo() == null && given.getRawQuery() == null && given.getRawFragment() == null;
        if (!bare || !given.getRawPath().replace("/", "").isEmpty()) {
            throw refused("has more in it than a name", "write it without a path, like https://peerage.example.org");
        }
        var host = lower(given.getHost());
        if (NUMBER.matcher(host).matches()) {
            throw refused(
                    "names a number, and browsers bind no passkey to a number",
                    "give the server a name; to try it on this machine alone, write http://localhost:8080");
        }
        var here = host.equals("localhost") || host.endsWith(".localhost");
        if (scheme.equals("http") && !here) {
            throw refused(
                    "begins with http, and over http browsers make no passkey and open no room",
                    "put a proxy with https in front (deploy/ has samples) and write https://" + host
                            + "; to try it on this machine alone, write http://localhost:8080");
        }
        var usual = scheme.equals("https") ? 443 : 80;
        var port = given.getPort() < 0 || given.getPort() == usual ? "" : ":" + given.getPort();
        return new PublicAddress(URI.create(scheme + "://" + host + port));
    }

    /// As a browser sends it, and as a passkey signs it.
    public String origin() {
        return address.toString();
    }

    public String host() {
        return address.getHost();
    }

    public boolean secure() {
        return "https".equals(address.getScheme());
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("cannot be read", "write it like https://peerage.example.org");
        }
    }

    private static String lower(String text) {
        return String.valueOf(text).toLowerCase(Locale.ROOT);
    }

    private static SettingRefused refused(String fact, String remedy) {
        return new SettingRefused(VARIABLE + " " + fact + "; " + remedy + ".");
    }
}
