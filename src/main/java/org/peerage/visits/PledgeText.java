package org.peerage.visits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The words of a guest's pledge, which come with the program, in the language of whoever reads them.
@Component
class PledgeText {

    private final String english = read("en");
    private final String german = read("de");

    String of(String group, Locale language) {
        return (language(language).equals("de") ? german : english).replace("{group}", group);
    }

    static String language(Locale language) {
        return language.getLanguage().equals("de") ? "de" : "en";
    }

    private static String read(String language) {
        try {
            return new ClassPathResource("visits/pledge_" + language + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
