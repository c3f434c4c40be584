package org.peerage.mail.replies;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The mailbox to which calendars reply.
record ImapAddress(boolean encrypted, String host, int port, String user, String password, String folder) {

    static ImapAddress parse(String text) {
        try {
            var url = new URI(text);
            var encrypted = "imaps".equals(url.getScheme());
            var login = url.getRawUserInfo() == null ? "" : url.getRawUserInfo();
            var colon = login.indexOf(':');
            if ((!encrypted && !"imap".equals(url.getScheme())) || url.getHost() == null || colon < 1) {
                throw refused();
            }
            var path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
            return new ImapAddress(
                    encrypted,
                    url.getHost(),
                    url.getPort() > 0 ? url.getPort() : encrypted ? 993 : 143,
                    decoded(login.substring(0, colon)),
                    decoded(login.substring(colon + 1)),
                    path.isEmpty() ? "INBOX" : path);
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    /// Says what is expected, never what was given: it holds a password.
    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "PEERAGE_IMAP_URL must look like imaps://user:password@mail.example.org/INBOX");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Store open() throws MessagingException {
        var scheme = encrypted ? "imaps" : "imap";
        var properties = new Properties();
        properties.setProperty("mail." + scheme + ".peek", "true");
        properties.setProperty("mail." + scheme + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + scheme + ".connectiontimeout", "10000");
        properties.setProperty("mail." + scheme + ".timeout", "20000");
        properties.setProperty("mail." + scheme + ".writetimeout", "20000");
        var store = Session.getInstance(properties).getStore(scheme);
        store.connect(host, port, user, password);
        return store;
    }

    @Override
    public String toString() {
        return "ImapAddress[host=" + host + ", port=" + port + "]";
    }
}
