package org.peerage.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.web.Message;

/// Something that whoever got a letter may do by the link in it, without signing in: one act, about one thing, on facts
/// of the lobby. A bean of the module whose act it is. Both are asked as the person whom the letter was sent to, in a
/// transaction of their own, so that whoever has left their group finds nothing there.
public interface LinkedAct {

    /// Kept with the link, and the beginning of its texts, with its dot: `foot` for the letter, `title` for the page.
    String key();

    /// Empty where there is nothing to be done any more.
    Optional<Offer> offer(UUID subject);

    /// Twice is once.
    ///
    /// @param choice one of those that were offered
    /// @param day for a choice that wants one; as it was typed
    Done act(UUID subject, String choice, String day);

    /// What can be done, in words.
    ///
    /// @param sentence what it is about and how it stands
    record Offer(Message sentence, List<Choice> choices) {}

    /// One thing that can be done.
    ///
    /// @param key as it is sent back
    /// @param day the words that ask for a day; null where none is wanted
    record Choice(String key, Message label, @Nullable Message day) {}

    /// What came of it.
    ///
    /// @param taken whether it holds now; otherwise the sentence says why not
    record Done(boolean taken, Message sentence) {}
}
