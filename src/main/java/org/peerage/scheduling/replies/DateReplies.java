package org.peerage.scheduling.replies;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.mail.replies.MailedReply;
import org.peerage.mail.replies.ReplyReader;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Takes the answers to invitations that calendars send by mail.
@Component
class DateReplies implements ReplyReader {

    private final ReplyAnswers answers;
    private final InstantSource clock;

    DateReplies(ReplyAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /// Only for the address from which it comes, and only where one person who was invited there is meant.
    @Override
    public void read(MailedReply mail) {
        ReplyText.parse(mail.calendar())
                .filter(reply -> reply.attendee().equalsIgnoreCase(mail.from()))
                .ifPresent(reply -> {
                    var meant = mail.people().stream()
                            .filter(person -> as(person, () -> answers.isInvited(reply.uid())))
                            .toList();
                    if (meant.size() == 1) {
                        as(meant.getFirst(), () -> {
                            answers.take(reply, written(reply));
                            return true;
                        });
                    }
                });
    }

    /// Nobody answers from tomorrow.
    private Instant written(ReplyText reply) {
        var now = clock.instant();
        return Optional.ofNullable(reply.at()).filter(at -> at.isBefore(now)).orElse(now);
    }

    private static boolean as(PersonId person, ScopedValue.CallableOp<Boolean, RuntimeException> work) {
        return Acting.as(new Actor.Person(person), work);
    }
}
