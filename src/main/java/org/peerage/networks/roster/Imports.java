package org.peerage.networks.roster;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.peerage.networks.Column;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a roster into the directory in steps: upload, columns, dry run, import. The file is kept between the
/// steps; the import is one transaction and happens once.
@Component
public class Imports {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    /// What a leader is called who is known only by their organisation. Stored like any other role, so that a later
    /// roster or the person can say it better.
    static final String CHIEF_EXECUTIVE = "Chief executive";

    private final Networks networks;
    private final ImportPages pages;
    private final UploadStore uploads;
    private final RosterStore directory;
    private final InstantSource clock;

    Imports(Networks networks, ImportPages pages, UploadStore uploads, RosterStore directory, InstantSource clock) {
        this.networks = networks;
        this.pages = pages;
        this.uploads = uploads;
        this.directory = directory;
        this.clock = clock;
    }

    public sealed interface Staging {

        record Staged(UUID upload) implements Staging {}

        record Refused(ImportFilePage page) implements Staging {}
    }

    sealed interface Choosing {

        record Chosen() implements Choosing {}

        record Again(ImportColumnsPage page) implements Choosing {}
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
        networks.convened(network);
        if (content.length > MOST_BYTES) {
            return refused(network, fileName, Message.of("networks.import.wrong.large"));
        }
        return switch (RosterText.guess(content)) {
            case RosterText.Guess.NoText(var problem) -> refused(network, fileName, problem);
            case RosterText.Guess.Encoding(var encoding) -> {
                var text = RosterText.decode(content, encoding).orElse("");
                yield text.isBlank()
                        ? refused(network, fileName, Message.of("networks.import.wrong.empty"))
                        : staged(network, fileName, new RosterBytes(content), encoding, text);
            }
        };
    }

    private Staging refused(NetworkId network, String fileName, Message problem) {
        return new Staging.Refused(pages.file(network).refused(fileName, problem));
    }

    private Staging staged(NetworkId network, String fileName, RosterBytes content, String encoding, String text) {
        var upload = new Upload(
                Ids.next(),
                network,
                shortened(fileName),
                content,
                encoding,
                RosterTable.guessSeparator(text),
                new Mapping(Map.of()),
                clock.instant(),
                Optional.empty());
        uploads.add(guessed(upload));
        return new Staging.Staged(upload.id());
    }

    /// Another encoding or separator makes other columns, so their meaning is guessed afresh. One that nobody knows
    /// changes nothing.
    @Transactional
    void readAs(NetworkId network, UUID id, String encoding, String separator) {
        var upload = pages.columns(network, id).upload();
        if (RosterText.ENCODINGS.contains(encoding) && RosterTable.SEPARATORS.containsKey(separator)) {
            uploads.choose(guessed(upload.as(encoding, separator, new Mapping(Map.of()))));
        }
    }

    /// @param meanings of each column of the file by its place, as a key
    @Transactional
    Choosing choose(NetworkId network, UUID id, IntFunction<String> meanings) {
        var page = pages.columns(network, id);
        var upload = page.upload();
        if (!(upload.read() instanceof RosterTable.Reading.Table(var table))) {
            return new Choosing.Again(page);
        }
        var chosen =
                IntStream.range(0, table.headings().size()).mapToObj(meanings).toList();
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var place = 0; place < chosen.size(); place++) {
            var meaning = Column.named(chosen.get(place));
            if (meaning.isPresent() && places.put(meaning.get(), place) != null) {
                return again(page, chosen, Message.of("networks.import.wrong.twice"));
            }
        }
        var mapping = new Mapping(places);
        var flaw = mapping.flaw(table.headings().size());
        if (flaw.isPresent()) {
            return again(page, chosen, flaw.get());
        }
        uploads.choose(upload.as(upload.encoding(), upload.separator(), mapping));
        return new Choosing.Chosen();
    }

    private static Choosing again(ImportColumnsPage page, List<String> chosen, Message wrong) {
        return new Choosing.Again(ImportColumnsPage.of(page.network(), page.upload(), chosen, wrong));
    }

    @Transactional
    public Running run(NetworkId network, UUID id) {
        networks.convened(network);
        var held = uploads.hold(network, id, clock.instant());
        if (held.isEmpty()) {
            return new Running.Gone();
        }
        var upload = held.get();
        if (upload.outcome().isPresent()) {
            return new Running.Done(upload.outcome().get());
        }
        return upload.table().<Running>map(table -> ran(upload, table)).orElseGet(Running.NotReady::new);
    }

    private Running ran(Upload upload, RosterTable table) {
        var network = upload.network();
        directory.takeTurn(network);
        var roster = Roster.of(table, upload.mapping(), directory.known(network), CHIEF_EXECUTIVE);
        var now = clock.instant();
        directory.add(
                network,
                roster.lines().stream()
                        .filter(Roster.Line.New.class::isInstance)
                        .map(Roster.Line.New.class::cast)
                        .map(line -> new Roster.Known(new ProfileId(Ids.next()), false, line.facts()))
                        .toList(),
                now);
        directory.change(
                network,
                roster.lines().stream()
                        .filter(Roster.Line.Changed.class::isInstance)
                        .map(Roster.Line.Changed.class::cast)
                        .sorted(Comparator.comparing(line -> line.profile().value()))
                        .toList(),
                now);
        var outcome = new Upload.Outcome(roster.counts());
        uploads.imported(upload.id(), outcome, now);
        return new Running.Done(outcome);
    }

    @Transactional
    void discard(NetworkId network, UUID id) {
        networks.convened(network);
        uploads.discard(network, id);
    }

    private static Upload guessed(Upload upload) {
        return upload.read() instanceof RosterTable.Reading.Table(var table)
                ? upload.as(upload.encoding(), upload.separator(), Mapping.guess(table.headings()))
                : upload;
    }

    private static String shortened(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }
}
