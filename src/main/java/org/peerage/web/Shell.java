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
import java.util.Locale;
import java.util.Optional;
import org.peerage.tenancy.Ids;
import org.springframework.context.MessageSource;

/// What every template may ask of the frame it hangs in: texts, the nonce, asset addresses, dates with their zone.
public final class Shell {

    /// A browser may ask for any language; looking up how one writes dates takes longer than writing them.
    private static final LoadingCache<Locale, Dates> DATES =
            Caffeine.newBuilder().maximumSize(32).build(Dates::of);

    private final HttpServletRequest request;
    private final MessageSource messages;
    private final TemplateEngine templates;
    private final Assets assets;
    private final Locale locale;

    private record Dates(DateTimeFormatter day, DateTimeFormatter clock) {

        static Dates of(Locale locale) {
            return new Dates(
                    DateTimeFormatter.ofPattern("EEE d MMMM yyyy", locale),
                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
        }
    }

    Shell(HttpServletRequest request, MessageSource messages, TemplateEngine templates, Assets assets, Locale locale) {
        this.request = request;
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
        this.locale = locale;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// Another module's part of this page, in its place: `${shell.show(panel)}`.
    public Content show(Panel panel) {
        var parameters = new HashMap<>(panel.model());
        parameters.put("shell", this);
        return output -> templates.render(panel.template() + ".jte", parameters, output);
    }

    public String language() {
        return locale.toLanguageTag();
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
