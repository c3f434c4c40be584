package org.peerage.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peerage.tenancy.Ids;
import org.springframework.context.MessageSource;

/// What every template may ask of the frame it hangs in: texts, the nonce, asset addresses, dates with their zone.
public final class Shell {

    /// A browser may ask for any language; looking up how one writes dates takes longer than writing them.
    private static final LoadingCache<Locale, Dates> DATES =
            Caffeine.newBuilder().maximumSize(32).build(Dates::of);

    /// What the filter that knows who is here says of them.
    public static final String INSIDE = Shell.class.getName() + ".inside";

    public static final String VISITING = Shell.class.getName() + ".visiting";

    private final HttpServletRequest request;
    private final MessageSource messages;
    private final TemplateEngine templates;
    private final Assets assets;
    private final List<Announcement> announcements;
    private final Locale locale;
    private final String labels;

    private record Dates(DateTimeFormatter day, DateTimeFormatter clock) {

        static Dates of(Locale locale) {
            return new Dates(
                    Days.of(locale),
                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
        }
    }

    Shell(
            HttpServletRequest request,
            MessageSource messages,
            TemplateEngine templates,
            Assets assets,
            List<Announcement> announcements,
            Locale locale,
            String labels) {
        this.request = request;
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
        this.announcements = List.copyOf(announcements);
        this.locale = locale;
        this.labels = labels;
    }

    public String text(String key, Object... arguments) {
        if (!labels.equals(Labelled.USUAL)) {
            var own = messages.getMessage(labels + "." + key, arguments, null, locale);
            if (own != null) {
                return own;
            }
        }
        return messages.getMessage(key, arguments, locale);
    }

    /// Another module's part of this page, in its place: `${shell.show(panel)}`.
    public Content show(Panel panel) {
        var parameters = new HashMap<>(panel.model());
        parameters.put("shell", this);
        return output -> templates.render(panel.template() + ".jte", parameters, output);
    }

    /// Of the texts.
    public String language() {
        return locale.getLanguage();
    }

    /// The same as it is written where the reader is: how a clock is read.
    public Locale locale() {
        return locale;
    }

    /// The nonce of this response, for scripts and for elements that carry htmx attributes.
    public String nonce() {
        return ContentSecurityFilter.nonceOf(request);
    }

    public String asset(String path) {
        return assets.address(path);
    }

    public String importMap() {
        return assets.importMap();
    }

    public String integrity(String path) {
        return assets.integrity(path);
    }

    public boolean signedIn() {
        return request.getUserPrincipal() != null;
    }

    /// Signed in by keys of one's own, and not by a link alone.
    public boolean inside() {
        return Boolean.TRUE.equals(request.getAttribute(INSIDE));
    }

    /// Signed in on the word of a provider alone: the lobby, to read.
    public boolean visiting() {
        return Boolean.TRUE.equals(request.getAttribute(VISITING));
    }

    /// The display name of whoever is signed in.
    public Optional<String> personName() {
        return Optional.ofNullable(request.getUserPrincipal()).map(java.security.Principal::getName);
    }

    /// A new name, for a form that acts or for what it will store: sent twice it is the same name, and acts once.
    public String fresh() {
        return Ids.next().toString();
    }

    public String path() {
        return request.getRequestURI();
    }

    /// Of the page on which somebody known comes in.
    public String signIn() {
        return "/sign-in";
    }

    /// Of the page on which the people of the demonstration are chosen from.
    public String demonstrationPeople() {
        return "/demo";
    }

    /// What everybody is told, sentence by sentence.
    public List<String> announced() {
        return announcements.stream()
                .flatMap(one -> one.announced().stream())
                .map(message -> message.in(this))
                .toList();
    }

    public boolean demonstration() {
        return assets.demonstration();
    }

    /// A day and clock time with its zone: a time without one is a guess.
    public String when(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return day(local.toLocalDate()) + ", " + clock(instant, zone) + " " + zoneName(zone);
    }

    public String clock(Instant instant, ZoneId zone) {
        return DATES.get(locale).clock().format(instant.atZone(zone).toLocalTime());
    }

    public String day(LocalDate date) {
        return DATES.get(locale).day().format(date);
    }

    public String zoneName(ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        return zone.getId().contains("/")
                ? zone.getId().replace('_', ' ')
                : zone.getDisplayName(TextStyle.FULL, locale);
    }
}
