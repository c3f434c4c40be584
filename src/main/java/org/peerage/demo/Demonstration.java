package org.peerage.demo;

import java.net.URI;
import java.time.InstantSource;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes the demonstration at the first start with `--demo`, after the port is open.
@Component
@ConditionalOnProperty("peerage.demo")
class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Figures figures;
    private final PersonalLinks links;
    private final PretendedTimeFilter time;
    private final JsonMapper json;
    private final InstantSource clock;
    private volatile int port;
    private volatile boolean ready;

    Demonstration(
            Figures figures, PersonalLinks links, PretendedTimeFilter time, JsonMapper json, InstantSource clock) {
        this.figures = figures;
        this.links = links;
        this.time = time;
        this.json = json;
        this.clock = clock;
    }

    boolean ready() {
        return ready;
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        port = started.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        var base = URI.create("http://localhost:" + port);
        if (Acting.asProgram("demo", () -> figures.all()).isEmpty()) {
            LOG.info("Making the demonstration; this can take a minute …");
            new Script(Story.read(json), base, time.token(), links, figures, clock.instant()).play();
        }
        ready = true;
        LOG.info("The demonstration is ready: {}/demo", base);
    }
}
