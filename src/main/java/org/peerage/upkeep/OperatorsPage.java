package org.peerage.upkeep;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What the doctor finds, as a page for whoever runs the server, in the words of the command line. It stands on the
/// metrics port and not among the pages, since nobody who signs in here is an operator.
@Component
class OperatorsPage {

    static final Set<String> STYLES = Set.of("/style/tokens.css", "/style/base.css");

    /// The doctor signs in to mail servers; a page that is loaded again and again does not make it do so each time.
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final TemplateEngine templates;
    private final Doctor doctor;
    private final InstantSource clock;
    private Looked looked = new Looked(Instant.EPOCH, List.of());

    record Looked(Instant at, List<Finding> findings) {

        /// The worst comes first.
        List<Finding> sorted() {
            return findings.stream()
                    .sorted((one, other) -> other.mark().compareTo(one.mark()))
                    .toList();
        }

        boolean well() {
            return findings.stream().noneMatch(finding -> finding.mark() == Finding.Mark.BAD);
        }
    }

    @Autowired
    OperatorsPage(TemplateEngine templates, @Value("${peerage.home}") Path home, InstantSource clock) {
        this(templates, new Doctor(home, System.getenv(), clock), clock);
    }

    OperatorsPage(TemplateEngine templates, Doctor doctor, InstantSource clock) {
        this.templates = templates;
        this.doctor = doctor;
        this.clock = clock;
    }

    String html() {
        var html = new StringOutput();
        templates.render("upkeep/operators.jte", Map.of("looked", look()), html);
        return html.toString();
    }

    private synchronized Looked look() {
        var now = clock.instant();
        if (looked.at().plus(KEPT).isBefore(now)) {
            looked = new Looked(now, doctor.look());
        }
        return looked;
    }

    /// One of the pages' own style sheets.
    static String style(String path) throws IOException {
        return new ClassPathResource("static" + path).getContentAsString(StandardCharsets.UTF_8);
    }
}
