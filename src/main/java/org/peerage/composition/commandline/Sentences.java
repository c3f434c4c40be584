package org.peerage.composition.commandline;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import org.peerage.web.Message;

/// The texts of reasons where there is no page: on the command line, from the same file.
public final class Sentences {

    private static final ResourceBundle TEXTS = texts("messages.composition");
    private static final ResourceBundle LISTS = texts("messages.rosters");

    public static final BiFunction<String, Object[], String> ENGLISH = Sentences::text;

    private Sentences() {}

    /// What is to be said about a list.
    static String say(Message message) {
        return formatted(LISTS.getString(message.key()), message.arguments().toArray());
    }

    private static ResourceBundle texts(String name) {
        return ResourceBundle.getBundle(
                name,
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String text(String key, Object[] arguments) {
        return formatted(TEXTS.getString(key), arguments);
    }

    private static String formatted(String text, Object[] arguments) {
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
    }
}
