package org.peerage.composition.commandline;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiFunction;

/// The texts of reasons where there is no page: on the command line, from the same file.
public final class Sentences {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "messages.composition",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    public static final BiFunction<String, Object[], String> ENGLISH = Sentences::text;

    private Sentences() {}

    private static String text(String key, Object[] arguments) {
        String text = TEXTS.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
    }
}
