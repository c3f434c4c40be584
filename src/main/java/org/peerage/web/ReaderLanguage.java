package org.peerage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// In which language a page is said: one that there are texts in, as it is written where the reader is. A browser that
/// asks for another gets numbers, days and the mark of the language in that of the texts, or a screen reader reads them
/// with the wrong voice (WCAG 3.1.1).
class ReaderLanguage extends AcceptHeaderLocaleResolver {

    private final Set<String> spoken;

    ReaderLanguage(Set<String> spoken) {
        this.spoken = Set.copyOf(spoken);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        // Without the header the container would answer with the language of the server.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.ENGLISH
                : of(Collections.list(request.getLocales()));
    }

    Locale of(List<Locale> asked) {
        return asked.stream()
                .filter(locale -> spoken.contains(locale.getLanguage()))
                .findFirst()
                .map(locale -> plain(locale.getLanguage(), locale.getCountry()))
                .orElseGet(() -> plain(
                        Locale.ENGLISH.getLanguage(),
                        asked.isEmpty() ? "" : asked.getFirst().getCountry()));
    }

    /// Without what else a browser may ask for, such as other digits.
    private static Locale plain(String language, String country) {
        return new Locale.Builder().setLanguage(language).setRegion(country).build();
    }
}
