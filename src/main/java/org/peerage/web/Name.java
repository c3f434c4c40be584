package org.peerage.web;

import java.util.regex.Pattern;

/// What a person, a group or a thing is called: one line that reads the same for everybody. Control characters and line
/// ends break letters, calendar files and lists; marks that turn the direction of writing let one name pass for
/// another.
public final class Name {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Name() {}

    /// Whether this may be a name of at most so many characters.
    public static boolean accepts(String text, int most) {
        var name = text.strip();
        return !name.isEmpty() && name.length() <= most && !UNSEEN.matcher(name).find();
    }
}
