package org.peerage.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The mail server to hand letters to.
record SmtpAddress(boolean encrypted, boolean startTls, String host, int port, String user, String password) {

    static SmtpAddress parse(String text) {
        try {
            var url = new URI(text);
            var encrypted = "smtps".equals(url.getScheme());
            if ((!encrypted && !"smtp".equals(url.getScheme())) || url.getHost() == null) {
                throw refused();
            }
            var startTls = url.getQuery() != null
                    && Arrays.asList(url.getQuery().split("&")).contains("starttls");
            var port = url.getPort() > 0 ? url.getPort() : encrypted ? 465 : startTls ? 587 : 25;
            var login = url.getRawUserInfo() == null ? "" : url.getRawUserInfo();
            var colon = login.indexOf(':');
            return new SmtpAddress(
                    encrypted,
                    startTls,
                    url.getHost(),
                    port,
                    decoded(colon < 0 ? login : login.substring(0, colon)),
                    decoded(colon < 0 ? "" : login.substring(colon + 1)));
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    /// Says what is expected, never what was given: it may hold a password.
    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "PEERAGE_SMTP_URL must look like smtp://user:password@mail.example.org:587?starttls");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        var scheme = encrypted ? "smtps" : "smtp";
        sender.setProtocol(scheme);
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = new Properties();
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
            properties.setProperty("mail." + scheme + ".auth", "true");
        }
        if (startTls) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        properties.setProperty("mail." + scheme + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + scheme + ".connectiontimeout", "10000");
        properties.setProperty("mail." + scheme + ".timeout", "20000");
        properties.setProperty("mail." + scheme + ".writetimeout", "20000");
        sender.setJavaMailProperties(properties);
        return sender;
    }

    @Override
    public String toString() {
        return "SmtpAddress[host=" + host + ", port=" + port + "]";
    }
}
