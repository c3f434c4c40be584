package org.peerage.networks.roster;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a roster into the directory in steps: upload, columns, dry run, import. The file is kept between the steps;
/// the import is one transaction and happens once.
@Component
public class Imports {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    /// What a leader is called who is known only by their organisation. Stored like any other role, so that a later
    /// roster or the person can say it better.
    static final String CHIEF_EXECUTIVE = "Chief executive";

    private final UploadStore uploads;
    private final RosterStore rosters;
    private final InstantSource clock;

    Imports(UploadStore uploads, RosterStore rosters, InstantSource clock) {
        this.uploads = uploads;
        this.rosters = rosters;
        this.clock = clock;
    }

    public sealed interface Staging {

        record Staged(UUID upload) implements Staging {}

        record Refused(Message problem) implements Staging {}
    }

    public sealed interface Running {

        record Done(Upload.Outcome outcome) implements Running {}

        record NotReady() implements Running {}

        record Gone() implements Running {}
    }

    /// Keeps anything that is text, readable as a table or not: what is wrong with it is shown where it can be put
    /// right.
    @Transactional
    public Staging stage(NetworkId network, String fileName, byte[] content) {
        if (content.length > MOST_BYTES) {
            return new Staging.Refused(Message.of("networks.import.wrong.large"));
        }
        return switch (RosterText.guess(content)) {
            case RosterText.Guess.NoText(var problem) -> new Staging.Refused(problem);
            case RosterText.Guess.Encoding(var encoding) -> {
                var text = RosterText.decode(content, encoding).orElse("");
                if (text.isBlank()) {
                    yield new Staging.Refused(Message.of("networks.import.wrong.empty"));
                }
                var upload = guessed(new Upload(
                        Ids.next(),
                        network,
                        shortened(fileName),
                        new RosterBytes(content),
                        encoding,
                        RosterTable.guessSeparator(text),
                        new Mapping(Map.of()),
                        clock.instant(),
                        Optional.empty()));
                uploads.add(upload);
                yield new Staging.Staged(upload.id());
            }
        };
    }

    @Transactional(readOnly = true)
    Optional<Upload> find(NetworkId network, UUID id) {
        return uploads.find(network, id, clock.instant());
    }

    @Transactional(readOnly = true)
    List<UploadStore.Waiting> waiting(NetworkId network) {
        return uploads.waiting(network, clock.instant());
    }

    /// Another encoding or separator makes other columns, so their meaning is guessed afresh.
    @Transactional
    void readAs(Upload upload, String encoding, String separator) {
        var other = guessed(new Upload(
                upload.id(),
                upload.network(),
                upload.fileName(),
                upload.content(),
                encoding,
                separator,
                new Mapping(Map.of()),
                upload.uploadedAt(),
                upload.outcome()));
        uploads.choose(upload.id(), encoding, separator, other.mapping());
    }

    @Transactional
    void choose(Upload upload, Mapping mapping) {
        uploads.choose(upload.id(), upload.encoding(), upload.separator(), mapping);
    }

    /// What an import would do now.
    @Transactional(readOnly = true)
    Roster dryRun(Upload upload, RosterTable table) {
        return Roster.of(table, upload.mapping(), rosters.known(upload.network()), CHIEF_EXECUTIVE);
    }

    @Transactional
    public Running run(NetworkId network, UUID id) {
        var held = uploads.hold(network, id, clock.instant());
        if (held.isEmpty()) {
            return new Running.Gone();
        }
        var upload = held.get();
        if (upload.outcome().isPresent()) {
            return new Running.Done(upload.outcome().get());
        }
        if (!(upload.read() instanceof RosterTable.Reading.Table(var table))
                || upload.mapping().flaw(table.headings().size()).isPresent()) {
            return new Running.NotReady();
        }
        rosters.takeTurn(network);
        var roster = dryRun(upload, table);
        var now = clock.instant();
        rosters.add(
                network,
                roster.lines().stream()
                        .filter(Roster.Line.New.class::isInstance)
                        .map(line -> ((Roster.Line.New) line).facts())
                        .toList(),
                now);
        rosters.change(
                network,
                roster.lines().stream()
                        .filter(Roster.Line.Changed.class::isInstance)
                        .map(Roster.Line.Changed.class::cast)
                        .sorted(Comparator.comparing(line -> line.profile().value()))
                        .toList(),
                now);
        var outcome = new Upload.Outcome(roster.counts());
        uploads.imported(id, outcome, now);
        return new Running.Done(outcome);
    }

    @Transactional
    void discard(NetworkId network, UUID id) {
        uploads.discard(network, id);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void tidy() {
        Acting.asProgram("networks.tidying", () -> {
            uploads.removeExpired();
            return uploads;
        });
    }

    private static Upload guessed(Upload upload) {
        var mapping = upload.read() instanceof RosterTable.Reading.Table(var table)
                ? Mapping.guess(table.headings())
                : new Mapping(Map.of());
        return new Upload(
                upload.id(),
                upload.network(),
                upload.fileName(),
                upload.content(),
                upload.encoding(),
                upload.separator(),
                mapping,
                upload.uploadedAt(),
                upload.outcome());
    }

    private static String shortened(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }
}
