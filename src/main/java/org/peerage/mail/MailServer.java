package org.peerage.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The one door to SMTP, closed where none is configured.
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailServer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Optional<JavaMailSenderImpl> sender;
    private final Mailbox from;

    MailServer(MailSettings settings) {
        this.sender = settings.smtp().map(SmtpAddress::sender);
        this.from = settings.sender();
    }

    boolean present() {
        return sender.isPresent();
    }

    ServerAnswer hand(LetterStore.Outgoing letter) {
        var smtp = sender.orElseThrow(() -> new IllegalStateException("no mail server is configured"));
        try {
            smtp.send(message(smtp, letter));
            return ServerAnswer.TAKEN;
        } catch (MailException e) {
            return ServerAnswer.of(e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return ServerAnswer.unreadable(e);
        }
    }

    /// Text first, then the same as a calendar object for clients that show "accept" and "decline", and the file for
    /// those that only open attachments.
    private MimeMessage message(JavaMailSenderImpl smtp, LetterStore.Outgoing letter)
            throws MessagingException, UnsupportedEncodingException {
        var message = smtp.createMimeMessage();
        message.setFrom(address(from));
        message.setRecipient(MimeMessage.RecipientType.TO, address(letter.to()));
        message.setSubject(letter.subject(), UTF_8);
        message.setHeader("Message-ID", "<" + letter.id() + "@" + domain(from) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.off().isEmpty()) {
            // A program of mail switches off by one press, without opening the page (RFC 8058).
            message.setHeader("List-Unsubscribe", "<" + letter.off() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (letter.calendar().isEmpty()) {
            message.setText(letter.body(), UTF_8);
            return message;
        }
        var calendar = letter.calendar().get();
        var text = new MimeBodyPart();
        text.setText(letter.body(), UTF_8);
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text);
        alternatives.addBodyPart(part(calendar.text(), "text/calendar; charset=UTF-8; method=" + calendar.method()));
        var together = new MimeBodyPart();
        together.setContent(alternatives);
        var file = part(calendar.text(), "application/ics; name=invite.ics");
        file.setFileName("invite.ics");
        var whole = new MimeMultipart("mixed");
        whole.addBodyPart(together);
        whole.addBodyPart(file);
        message.setContent(whole);
        return message;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(Mailbox mailbox) throws UnsupportedEncodingException {
        return new InternetAddress(mailbox.address(), mailbox.name().isEmpty() ? null : mailbox.name(), UTF_8);
    }

    private static String domain(Mailbox mailbox) {
        return mailbox.address().substring(mailbox.address().lastIndexOf('@') + 1);
    }
}
