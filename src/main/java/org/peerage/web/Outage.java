package org.peerage.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;

/// The page that is shown while the database does not answer, or has no room left to write. It needs nothing of the
/// database, not even to know who is asking. A form that arrived meanwhile stands on it, to be sent again.
@Component
class Outage implements View {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /// Connection lost, no resources (a full disk is one), shutting down, trouble with the disk.
    private static final List<String> STATES = List.of("08", "53", "57P", "58");

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Assets assets;
    private final LocaleResolver languages;
    private final InstantSource clock;
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.MIN);

    Outage(
            TemplateEngine templates,
            MessageSource messages,
            Assets assets,
            LocaleResolver localeResolver,
            InstantSource clock) {
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
        this.languages = localeResolver;
        this.clock = clock;
    }

    record Field(String name, String value) {}

    /// @param sent the fields of the form that came with the request, none where it cannot be sent again from here
    record OutagePage(boolean asked, List<Field> sent) {

        OutagePage {
            sent = List.copyOf(sent);
        }
    }

    /// Whether this failure says that the database cannot be used now, and not that something of ours is wrong.
    static boolean isBehind(Throwable failure) {
        return cause(failure).isPresent();
    }

    private static Optional<SQLException> cause(Throwable failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql && (lost(sql) || noneLeft(sql))) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private static boolean lost(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }

    /// What the pool of connections says, and not the database.
    private static boolean noneLeft(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || "Connection is closed".equals(failure.getMessage());
    }

    /// Once a minute: thousands may be asking.
    void tell(Throwable failure) {
        var last = told.get();
        var now = clock.instant();
        if (now.isAfter(last.plus(TOLD_EVERY)) && told.compareAndSet(last, now)) {
            LOG.warn(
                    "The database cannot be used now; people are shown a page that says so ({})",
                    cause(failure).map(SQLException::getSQLState).orElse("no connection"));
        }
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var shell = new Shell(
                request, messages, templates, assets, List.of(), languages.resolveLocale(request), Labelled.USUAL);
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var output = new PageBytes();
        templates.render(
                "web/outage.jte",
                Map.of("shell", shell, "page", new OutagePage(reading, reading ? List.of() : fields(request))),
                output);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.length());
        output.writeTo(response.getOutputStream());
    }

    private static List<Field> fields(HttpServletRequest request) {
        var type = request.getContentType();
        // What was refused before, such as another site's form, is not handed back to be sent from here.
        if (request.getDispatcherType() == DispatcherType.ERROR
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return List.of();
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                fields.add(new Field(name, value));
            }
        });
        return fields;
    }
}
