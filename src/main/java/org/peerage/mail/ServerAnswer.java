package org.peerage.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/// What a mail server said to a letter: its three digits and its words, as whoever runs the program needs them.
///
/// @param words as the server gave them; where there was no answer, what went wrong
record ServerAnswer(Fate fate, String words) {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*([2-5]\\d\\d)([ -].*)?$");
    /// Many servers say only with the recipient what they have against the sender or the connection.
    private static final Pattern PUT_RIGHT =
            Pattern.compile("(?i)relay|sender|authenticat|starttls|not allowed to send");

    private static final int LONGEST = 300;

    enum Fate {
        TAKEN,
        /// This letter for good: trying again would not help.
        REFUSED,
        /// Nothing is wrong with the letter: the server wants another sender, a name and password, or
        /// encryption. Letters wait until somebody has put that right.
        SET_UP,
        /// The server is away or busy.
        LATER
    }

    static final ServerAnswer TAKEN = new ServerAnswer(Fate.TAKEN, "");

    static ServerAnswer of(MailException failure) {
        var causes = causes(failure);
        for (var cause : causes) {
            var said = CODE.matcher(String.valueOf(cause.getMessage()));
            if (said.find()) {
                return new ServerAnswer(fate(cause, said.group(1), said.group()), shortened(said.group()));
            }
        }
        var last = causes.getLast();
        var fate = failure instanceof MailAuthenticationException ? Fate.SET_UP : Fate.LATER;
        return new ServerAnswer(fate, shortened(last.getClass().getSimpleName() + ": " + last.getMessage()));
    }

    static ServerAnswer unreadable(Exception failure) {
        return new ServerAnswer(Fate.REFUSED, shortened(String.valueOf(failure.getMessage())));
    }

    private static Fate fate(Throwable cause, String code, String words) {
        if (code.startsWith("4")) {
            return Fate.LATER;
        }
        if (code.startsWith("53")
                || cause instanceof AuthenticationFailedException
                || cause instanceof SMTPSenderFailedException
                || PUT_RIGHT.matcher(words).find()) {
            return Fate.SET_UP;
        }
        return Fate.REFUSED;
    }

    /// What stands deepest knows most; a failed recipient before the failure of the whole.
    private static List<Throwable> causes(MailException failure) {
        var all = new ArrayList<Throwable>();
        gather(failure, all, new HashSet<>());
        all.sort((one, other) -> Boolean.compare(
                other instanceof SMTPAddressFailedException, one instanceof SMTPAddressFailedException));
        return all;
    }

    private static void gather(Throwable from, List<Throwable> all, Set<Throwable> seen) {
        if (!seen.add(from)) {
            return;
        }
        if (from instanceof MailSendException sending) {
            for (var one : sending.getMessageExceptions()) {
                gather(one, all, seen);
            }
        }
        if (from instanceof MessagingException messaging && messaging.getNextException() != null) {
            gather(messaging.getNextException(), all, seen);
        }
        if (from.getCause() != null) {
            gather(from.getCause(), all, seen);
        }
        if (!(from instanceof MailException)) {
            all.add(from);
        } else if (all.isEmpty()) {
            all.add(from);
        }
    }

    private static String shortened(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
