package org.peerage.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.peerage.RunningPeerage;

/// A mail server in this process, and the program's own delivery bound to it. Letters of other tests may come along.
public final class PostOffice implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    public PostOffice() {
        server.start();
    }

    /// Sends whatever waits in the shared program.
    public PostOffice deliver() {
        var smtp = "smtp://127.0.0.1:" + server.getSmtp().getPort();
        var settings = new MailSettings(smtp, "Peerage <post@example.org>", URI.create("http://localhost"));
        new Delivery(RunningPeerage.shared().bean(Letters.class), new MailServer(settings), Instant::now).deliverDue();
        return this;
    }

    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return Objects.toString(message.getHeader("To", ","), "")
                                .contains(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
