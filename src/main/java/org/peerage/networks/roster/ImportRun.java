package org.peerage.networks.roster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.LabelSets;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.roster.Imports.Running;
import org.peerage.rosters.Mapping;
import org.peerage.rosters.RosterTable;
import org.peerage.tenancy.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The last step of an import. The database ends a transaction that waits for a minute, so a list is compared between
/// two of them: one reads, the other writes everything or nothing. What was compared with may have changed meanwhile;
/// then nothing is written, and the list is compared again.
@Component
class ImportRun {

    static final int TURNS = 3;

    private final Networks networks;
    private final UploadStore uploads;
    private final RosterStore directory;
    private final Trail trail;
    private final InstantSource clock;
    private final Comparing comparing;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    @Autowired
    ImportRun(
            Networks networks,
            UploadStore uploads,
            RosterStore directory,
            Trail trail,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this(networks, uploads, directory, trail, clock, transactions, Roster::of);
    }

    ImportRun(
            Networks networks,
            UploadStore uploads,
            RosterStore directory,
            Trail trail,
            InstantSource clock,
            PlatformTransactionManager transactions,
            Comparing comparing) {
        this.networks = networks;
        this.uploads = uploads;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
        this.comparing = comparing;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    /// What takes long and touches nothing that is stored.
    @FunctionalInterface
    interface Comparing {
        Roster of(RosterTable table, Mapping mapping, List<Roster.Known> directory, String chiefExecutive);
    }

    /// @param fingerprint of the directory, taken before it was read: what changes in between is noticed in the end
    private record Seen(String labels, Upload upload, String fingerprint, List<Roster.Known> known) {}

    Running run(NetworkId network, UUID id) {
        for (var turn = 0; turn < TURNS; turn++) {
            var running = once(network, id);
            if (!(running instanceof Running.Overtaken)) {
                return running;
            }
        }
        return new Running.Overtaken();
    }

    private Running once(NetworkId network, UUID id) {
        var found = Objects.requireNonNull(reading.execute(_ -> seen(network, id)));
        if (found.isEmpty()) {
            return new Running.Gone();
        }
        var seen = found.get();
        var upload = seen.upload();
        if (upload.outcome().isPresent()) {
            return new Running.Done(upload.outcome().get());
        }
        var table = upload.table();
        if (table.isEmpty()) {
            return new Running.NotReady();
        }
        var roster = comparing
                .of(table.get(), upload.mapping(), seen.known(), LabelSets.unnamed(seen.labels()))
                .without(upload.leftOut());
        return Objects.requireNonNull(writing.execute(_ -> written(seen, roster)));
    }

    private Optional<Seen> seen(NetworkId network, UUID id) {
        var labels = networks.convened(network).labels();
        return uploads.find(network, id, clock.instant())
                .map(upload -> upload.outcome().isPresent()
                        ? new Seen(labels, upload, "", List.of())
                        : new Seen(labels, upload, directory.fingerprint(network), directory.known(network)));
    }

    private Running written(Seen seen, Roster roster) {
        var network = seen.upload().network();
        var labels = networks.convened(network).labels();
        var now = clock.instant();
        var held = uploads.hold(network, seen.upload().id(), now);
        if (held.isEmpty()) {
            return new Running.Gone();
        }
        if (held.get().outcome().isPresent()) {
            return new Running.Done(held.get().outcome().get());
        }
        directory.takeTurn(network);
        var changed = roster.lines().stream()
                .filter(Roster.Line.Changed.class::isInstance)
                .map(Roster.Line.Changed.class::cast)
                .sorted(Comparator.comparing(line -> line.profile().value()))
                .toList();
        directory.hold(
                network, changed.stream().map(Roster.Line.Changed::profile).toList());
        var same = held.get().isReadAs(seen.upload())
                && labels.equals(seen.labels())
                && directory.fingerprint(network).equals(seen.fingerprint());
        return same ? write(network, seen.upload().id(), roster, changed, now) : new Running.Overtaken();
    }

    private Running write(
            NetworkId network, UUID upload, Roster roster, List<Roster.Line.Changed> changed, Instant now) {
        directory.add(
                network,
                roster.lines().stream()
                        .filter(Roster.Line.New.class::isInstance)
                        .map(Roster.Line.New.class::cast)
                        .map(line -> new Roster.Known(new ProfileId(Ids.next()), false, line.facts()))
                        .toList(),
                now);
        directory.change(network, changed, now);
        var outcome = new Upload.Outcome(roster.counts());
        uploads.imported(upload, outcome, now);
        trail.noteIn(network.value(), Deed.PEOPLE_IMPORTED, upload);
        return new Running.Done(outcome);
    }
}
