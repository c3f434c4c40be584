package org.peerage.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The texts of every module that is here: each brings a file of its own below `messages/`, and none is listed. A page
/// asks for some hundreds of them, so all of a language lie in one table instead of one a module.
class ModuleTexts extends AbstractMessageSource {

    /// Browsers may ask for any locale; patterns for more than these are made anew each time.
    private static final int MOST_LOCALES = 32;

    private static final Pattern FILE = Pattern.compile("[^_]+(?:_([a-z]{2}(?:_[A-Z]{2})?))?\\.properties");

    /// By the language of their files; empty is for all others.
    private final Map<String, Map<String, String>> texts = new HashMap<>();

    private final Map<Locale, Map<String, MessageFormat>> patterns = new ConcurrentHashMap<>();

    ModuleTexts() {
        texts.put("", new HashMap<>());
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = FILE.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    var language = name.group(1) == null ? "" : name.group(1);
                    var read = new Properties();
                    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                        read.load(reader);
                    }
                    var known = texts.computeIfAbsent(language, one -> new HashMap<>());
                    read.stringPropertyNames().forEach(key -> known.put(key, read.getProperty(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own texts are unreadable", e);
        }
    }

    /// Of which there are texts.
    Set<String> languages() {
        return Stream.concat(
                        Stream.of(Locale.ENGLISH.getLanguage()),
                        texts.keySet().stream().filter(file -> !file.isEmpty()).map(file -> file.substring(0, 2)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String key, Locale locale) {
        if (texts.size() > 1) {
            for (var language : new String[] {locale.toString(), locale.getLanguage()}) {
                var text = texts.getOrDefault(language, Map.of()).get(key);
                if (text != null) {
                    return text;
                }
            }
        }
        return texts.getOrDefault("", Map.of()).get(key);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String key, Locale locale) {
        var known = patterns.get(locale);
        if (known == null) {
            known = new ConcurrentHashMap<>();
            if (patterns.size() < MOST_LOCALES) {
                patterns.put(locale, known);
            }
        }
        var pattern = known.get(key);
        if (pattern == null) {
            var text = resolveCodeWithoutArguments(key, locale);
            if (text == null) {
                return null;
            }
            pattern = createMessageFormat(text, locale);
            known.put(key, pattern);
        }
        return pattern;
    }
}
