package org.peerage.mail.replies;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;

/// A mailbox to which calendars reply, and the program's own collection bound to it.
public final class ReplyMailbox implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));

    public ReplyMailbox() {
        server.start();
        server.setUser("post@example.org", "post", "secret");
    }

    public String address() {
        return "imap://post:secret@127.0.0.1:" + server.getImap().getPort() + "/INBOX";
    }

    /// A mail as programs of mail write it: words, and the calendar beside them.
    public ReplyMailbox arrives(String from, String calendar) {
        try {
            var words = new MimeBodyPart();
            words.setText("Ada has answered.", StandardCharsets.UTF_8.name());
            var reply = new MimeBodyPart();
            reply.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    calendar.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=REPLY")));
            var both = new MimeMultipart("alternative");
            both.addBodyPart(words);
            both.addBodyPart(reply);
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("post@example.org"));
            message.setSubject("Accepted");
            message.setContent(both);
            message.saveChanges();
            server.getUserManager().getUser("post").deliver(message);
            return this;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Looks as the job does.
    public ReplyMailbox collect() {
        var peerage = RunningPeerage.shared();
        var collection = new ReplyCollection(
                new ReplySettings(address()),
                List.of(peerage.bean(ReplyReader.class)),
                peerage.bean(ReplySenders.class));
        Acting.asProgram(collection.name(), collection::work);
        return this;
    }

    @Override
    public void close() {
        server.stop();
    }
}
