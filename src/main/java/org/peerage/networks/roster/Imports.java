package org.peerage.networks.roster;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.rosters.Column;
import org.peerage.rosters.Heading;
import org.peerage.rosters.Mapping;
import org.peerage.rosters.RosterCells;
import org.peerage.rosters.RosterTable;
import org.peerage.rosters.RosterText;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a roster into the directory in steps: upload, columns, dry run, import. The file is kept between the
/// steps; the import is one transaction and happens once.
@Component
public class Imports {

    static final int MOST_BYTES = 32 * 1024 * 1024;

    private final Networks networks;
    private final ImportPages pages;
    private final UploadStore uploads;
    private final ImportRun run;
    private final InstantSource clock;

    Imports(Networks networks, ImportPages pages, UploadStore uploads, ImportRun run, InstantSource clock) {
        this.networks = networks;
        this.pages = pages;
        this.uploads = uploads;
        this.run = run;
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

        /// Whatever it was compared with changed each time before it was written, so nothing was.
        record Overtaken() implements Running {}
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
                        ? refused(network, fileName, Message.of("rosters.wrong.empty"))
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
                Heading.NONE,
                new Mapping(Map.of()),
                Set.of(),
                clock.instant(),
                Optional.empty());
        uploads.add(guessed(upload));
        return new Staging.Staged(upload.id());
    }

    /// Another encoding or separator makes other columns, so their meaning is guessed afresh. One that nobody knows
    /// changes nothing.
    @Transactional
    void readAs(NetworkId network, UUID id, String encoding, String separator, String heading) {
        networks.convened(network);
        var upload = pages.waiting(network, id);
        if (RosterText.ENCODINGS.contains(encoding) && RosterCells.SEPARATORS.contains(separator)) {
            var other = upload.as(encoding, separator, upload.heading(), new Mapping(Map.of()));
            var sameCells = encoding.equals(upload.encoding()) && separator.equals(upload.separator());
            uploads.choose(Heading.named(heading)
                    .filter(_ -> sameCells)
                    .map(chosen -> mapped(other.as(encoding, separator, chosen, new Mapping(Map.of()))))
                    .orElseGet(() -> guessed(other)));
        }
    }

    /// @param meanings of each column of the file by its place, as a key
    @Transactional
    Choosing choose(NetworkId network, UUID id, IntFunction<String> meanings) {
        var found = networks.convened(network);
        var upload = pages.waiting(network, id);
        if (!(upload.read() instanceof RosterTable.Reading.Table(var table))) {
            return new Choosing.Again(ImportColumnsPage.of(found, upload));
        }
        var chosen =
                IntStream.range(0, table.headings().size()).mapToObj(meanings).toList();
        var mapping = Mapping.chosen(
                table.headings(), chosen.stream().map(Column::named).toList());
        var flaw = mapping.flaw(table.headings().size());
        if (flaw.isPresent()) {
            return new Choosing.Again(ImportColumnsPage.of(found, upload, chosen, flaw.get()));
        }
        uploads.choose(upload.as(upload.encoding(), upload.separator(), upload.heading(), mapping));
        return new Choosing.Chosen();
    }

    /// A row that is left out changes nothing; it can be taken after all until the import.
    @Transactional
    void leave(NetworkId network, UUID id, List<Integer> lines, boolean out) {
        networks.convened(network);
        uploads.hold(network, id, clock.instant())
                .filter(upload -> upload.outcome().isEmpty())
                .ifPresent(upload -> {
                    var left = new HashSet<>(upload.leftOut());
                    if (out) {
                        left.addAll(lines);
                    } else {
                        lines.forEach(left::remove);
                    }
                    uploads.choose(upload.without(left));
                });
    }

    public Running run(NetworkId network, UUID id) {
        return run.run(network, id);
    }

    @Transactional
    void discard(NetworkId network, UUID id) {
        networks.convened(network);
        uploads.discard(network, id);
    }

    /// With the headings where they seem to be, and what they seem to mean.
    private static Upload guessed(Upload upload) {
        var text =
                RosterText.decode(upload.content().bytes(), upload.encoding()).orElse("");
        return RosterTable.read(text, upload.separator()) instanceof RosterTable.Reading.Table(var table)
                ? upload.as(upload.encoding(), upload.separator(), table.heading(), Mapping.guess(table.headings()))
                : upload;
    }

    private static Upload mapped(Upload upload) {
        return upload.read() instanceof RosterTable.Reading.Table(var table)
                ? upload.as(upload.encoding(), upload.separator(), upload.heading(), Mapping.guess(table.headings()))
                : upload;
    }

    private static String shortened(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }
}
