package org.peerage.networks.roster;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.LabelSets;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.rosters.RosterTable;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What the steps of an import read.
@Component
class ImportPages {

    private final Networks networks;
    private final UploadStore uploads;
    private final RosterStore directory;
    private final InstantSource clock;
    private final TransactionTemplate reading;

    ImportPages(
            Networks networks,
            UploadStore uploads,
            RosterStore directory,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.networks = networks;
        this.uploads = uploads;
        this.directory = directory;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// The step at which an import is when its rows are asked for.
    sealed interface Step {

        /// What the columns mean is not settled, or the file cannot be read as a table.
        record Columns() implements Step {}

        record Rows(ImportRowsPage page) implements Step {}

        record Done() implements Step {}
    }

    @Transactional(readOnly = true)
    ImportFilePage file(NetworkId network) {
        var found = networks.convened(network);
        return new ImportFilePage(found, uploads.waiting(network, clock.instant()), "", null);
    }

    @Transactional(readOnly = true)
    ImportColumnsPage columns(NetworkId network, UUID upload) {
        return ImportColumnsPage.of(networks.convened(network), waiting(network, upload));
    }

    /// One that is not brought in yet.
    @Transactional(readOnly = true)
    Upload waiting(NetworkId network, UUID upload) {
        return upload(network, upload)
                .filter(found -> found.outcome().isEmpty())
                .orElseThrow(NotFound::new);
    }

    /// A long list is read and compared outside of the transaction: the database ends one that waits for a minute.
    Step rows(NetworkId network, UUID upload, String kind, int page) {
        var asked = Objects.requireNonNull(reading.execute(_ -> {
            var found = networks.convened(network);
            return new Asked(found, upload(network, upload).orElseThrow(NotFound::new), directory.known(found.id()));
        }));
        if (asked.upload().outcome().isPresent()) {
            return new Step.Done();
        }
        return asked.upload()
                .table()
                .<Step>map(table -> new Step.Rows(
                        ImportRowsPage.of(asked.network(), asked.upload(), roster(asked, table), kind, page)))
                .orElseGet(Step.Columns::new);
    }

    /// All that must be read of the database to say what an import would do.
    private record Asked(Networks.Network network, Upload upload, List<Roster.Known> known) {}

    /// What an import would do now.
    private static Roster roster(Asked asked, RosterTable table) {
        return Roster.of(
                        table,
                        asked.upload().mapping(),
                        asked.known(),
                        LabelSets.unnamed(asked.network().labels()))
                .without(asked.upload().leftOut());
    }

    @Transactional(readOnly = true)
    ImportDonePage done(NetworkId network, UUID upload) {
        return new ImportDonePage(
                networks.convened(network),
                upload(network, upload).flatMap(Upload::outcome).orElseThrow(NotFound::new));
    }

    private Optional<Upload> upload(NetworkId network, UUID upload) {
        return uploads.find(network, upload, clock.instant());
    }
}
