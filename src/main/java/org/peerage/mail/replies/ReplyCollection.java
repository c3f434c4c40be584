package org.peerage.mail.replies;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Looks into the mailbox to which calendars reply. What it has looked at it marks as read, whatever it was; what was
/// marked after a reply was taken may be taken twice when a node dies in between, which is why replies are read so that
/// twice is once.
@Component
@EnableConfigurationProperties(ReplySettings.class)
class ReplyCollection implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyCollection.class);
    private static final Duration ROUND = Duration.ofMinutes(1);

    /// One look takes so many; the rest waits for the next.
    private static final int MOST = 100;

    /// A calendar's reply has a few thousand characters; more is something else.
    private static final int LONGEST = 64 * 1024;

    private static final int DEEPEST = 6;

    private final Optional<ImapAddress> mailbox;
    private final List<ReplyReader> readers;
    private final ReplySenders senders;

    ReplyCollection(ReplySettings settings, List<ReplyReader> readers, ReplySenders senders) {
        this.mailbox = settings.mailbox();
        this.readers = List.copyOf(readers);
        this.senders = senders;
    }

    @Override
    public String name() {
        return "mail.replies";
    }

    @Override
    public Duration round() {
        return ROUND;
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    public boolean work() {
        mailbox.ifPresent(this::collect);
        return false;
    }

    private void collect(ImapAddress address) {
        try (var store = address.open();
                var folder = store.getFolder(address.folder())) {
            folder.open(Folder.READ_WRITE);
            var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            for (var message : Arrays.asList(unread).subList(0, Math.min(MOST, unread.length))) {
                read(message);
                message.setFlag(Flags.Flag.SEEN, true);
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox for replies cannot be read: {}", e.getMessage());
        }
    }

    private void read(Message message) throws MessagingException {
        try {
            var from = message.getFrom();
            if (from == null || from.length != 1 || !(from[0] instanceof InternetAddress sender)) {
                return;
            }
            var calendar = calendar(message, 0);
            if (calendar.isPresent()) {
                var people = Acting.asProgram("mail", () -> senders.at(sender.getAddress()));
                if (!people.isEmpty()) {
                    var reply = new MailedReply(sender.getAddress(), people, calendar.get());
                    readers.forEach(reader -> reader.read(reply));
                }
            }
        } catch (IOException | MessagingException e) {
            LOG.info("A mail in the mailbox for replies is no reply that can be read: {}", e.getMessage());
        }
    }

    private static Optional<String> calendar(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (var number = 0; number < several.getCount(); number++) {
                var found = calendar(several.getBodyPart(number), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (!part.isMimeType("text/calendar") && !part.isMimeType("application/ics")) {
            return Optional.empty();
        }
        try (var content = part.getInputStream()) {
            return Optional.of(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }
}
