package org.peerage.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peerage.tenancy.PersonId;

/// A letter to somebody called Tomás.
record TestLetter(
        String key, String thread, PersonId to, Instant worthUntil, boolean fleeting, Optional<CalendarPart> enclosed)
        implements Letter {

    static TestLetter note(String key, String thread, PersonId to, Instant worthUntil) {
        return new TestLetter(key, thread, to, worthUntil, false, Optional.empty());
    }

    /// One that opens a door.
    static TestLetter opening(String key, PersonId to) {
        return new TestLetter(key, "key/" + to, to, Instant.now().plus(Duration.ofDays(1)), true, Optional.empty());
    }

    TestLetter with(CalendarPart part) {
        return new TestLetter(key, thread, to, worthUntil, fleeting, Optional.of(part));
    }

    @Override
    public String kind() {
        return "mail.test";
    }

    @Override
    public String toName() {
        return "Tomás Example";
    }

    @Override
    public List<String> facts() {
        return List.of();
    }

    @Override
    public Optional<CalendarPart> calendar(Mailbox recipient, Mailbox sender, Locale language) {
        return enclosed;
    }
}
