package org.peerage.networks.roster;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.LabelSets;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.rosters.RosterTable;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the steps of an import read.
@Component
class ImportPages {

    private final Networks networks;
    private final UploadStore uploads;
    private final RosterStore directory;
    private final InstantSource clock;

    ImportPages(Networks networks, UploadStore uploads, RosterStore directory, InstantSource clock) {
        this.networks = networks;
        this.uploads = uploads;
        this.directory = directory;
        this.clock = clock;
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

    @Transactional(readOnly = true)
    Step rows(NetworkId network, UUID upload, String kind, int page) {
        var found = networks.convened(network);
        var waiting = upload(network, upload).orElseThrow(NotFound::new);
        if (waiting.outcome().isPresent()) {
            return new Step.Done();
        }
        return waiting.table()
                .<Step>map(table ->
                        new Step.Rows(ImportRowsPage.of(found, waiting, roster(found, waiting, table), kind, page)))
                .orElseGet(Step.Columns::new);
    }

    /// What an import would do now.
    private Roster roster(Networks.Network network, Upload upload, RosterTable table) {
        return Roster.of(table, upload.mapping(), directory.known(network.id()), LabelSets.unnamed(network.labels()))
                .without(upload.leftOut());
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
