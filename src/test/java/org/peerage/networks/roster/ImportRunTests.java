package org.peerage.networks.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.as;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.networks.roster.Imports.Running;
import org.peerage.networks.roster.Roster.Kind;
import org.peerage.rosters.Column;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What happens to the directory while a list is compared with it.
class ImportRunTests {

    private final PersonId convener = aFounder();
    private final NetworkId network = aNetworkOf(convener);
    private final AtomicInteger comparisons = new AtomicInteger();

    @Test
    void aListIsComparedOutsideOfEveryTransaction() {
        var upload = staged("company\nAnvil\n");

        var running = run(
                upload,
                _ -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse());

        assertThat(running).isInstanceOf(Running.Done.class);
        assertThat(comparisons).hasValue(1);
    }

    @Test
    void whatSomebodyChangesMeanwhileIsNotOverwritten() {
        NetworkFixture.imported(convener, network, "id,company,city\n1,Anvil,Porto\n2,Bellows,Faro\n");
        var upload = staged("id,company,city\n1,Anvil,Lisboa\n2,Bellows,Faro\n");

        var running = run(upload, comparison -> {
            if (comparison == 1) {
                change("Growth");
            }
        });

        assertThat(running)
                .isInstanceOfSatisfying(
                        Running.Done.class,
                        done -> assertThat(done.outcome().counts())
                                .containsEntry(Kind.CHANGED, 1)
                                .containsEntry(Kind.UNCHANGED, 1));
        assertThat(comparisons).hasValue(2);
        assertThat(known("Anvil").text(Column.PLACE)).isEqualTo("Lisboa");
        assertThat(known("Anvil").text(Column.STAGE)).isEqualTo("Growth");
    }

    @Test
    void ofTwoListsAtOnceTheSecondFindsWhatTheFirstBroughtIn() {
        var upload = staged("company,city\nAnvil,Porto\nBellows,Faro\n");

        var running = run(upload, comparison -> {
            if (comparison == 1) {
                NetworkFixture.imported(convener, network, "company,city\nAnvil,Porto\n");
            }
        });

        assertThat(running)
                .isInstanceOfSatisfying(
                        Running.Done.class,
                        done -> assertThat(done.outcome().counts())
                                .containsEntry(Kind.NEW, 1)
                                .containsEntry(Kind.UNCHANGED, 1));
        assertThat(as(convener, () -> PEERAGE.bean(Directory.class).search(network, "", 10)))
                .extracting(Directory.Entry::organisation)
                .containsExactly("Anvil", "Bellows");
    }

    @Test
    void aListThatIsSubmittedTwiceAtOnceComesInOnce() {
        var upload = staged("company\nAnvil\n");

        var running =
                run(upload, _ -> assertThat(imports().run(network, upload)).isInstanceOf(Running.Done.class));

        assertThat(running).isEqualTo(imports(upload));
        assertThat(as(convener, () -> PEERAGE.bean(Directory.class).search(network, "", 10)))
                .hasSize(1);
    }

    @Test
    void aRowThatIsLeftOutMeanwhileStaysOut() {
        var upload = staged("company\nAnvil\nBellows\n");

        var running = run(upload, comparison -> {
            if (comparison == 1) {
                imports().leave(network, upload, List.of(2), true);
            }
        });

        assertThat(running)
                .isInstanceOfSatisfying(
                        Running.Done.class,
                        done -> assertThat(done.outcome().counts())
                                .containsEntry(Kind.NEW, 1)
                                .containsEntry(Kind.LEFT_OUT, 1));
    }

    @Test
    void aDirectoryThatNeverRestsIsLeftAsItIsAndTheListWaits() {
        NetworkFixture.imported(convener, network, "id,company,city\n1,Anvil,Porto\n");
        var upload = staged("id,company,city\n1,Anvil,Lisboa\n2,Bellows,Faro\n");
        var controller = new ImportRowsController(
                PEERAGE.bean(ImportPages.class),
                new Imports(
                        PEERAGE.bean(Networks.class),
                        PEERAGE.bean(ImportPages.class),
                        PEERAGE.bean(UploadStore.class),
                        runWith(comparison -> change("Stage " + comparison)),
                        InstantSource.system()));

        var answer = Acting.as(new Actor.Person(convener), () -> controller.run(network.value(), upload));

        assertThat(comparisons).hasValue(ImportRun.TURNS);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(answer.getModel()).containsEntry("overtaken", true);
        assertThat(answer.getModel().get("page")).isInstanceOfSatisfying(ImportRowsPage.class, page -> {
            assertThat(page.count(Kind.CHANGED)).isEqualTo(1);
            assertThat(page.count(Kind.NEW)).isEqualTo(1);
        });
        assertThat(known("Anvil").text(Column.PLACE)).isEqualTo("Porto");
        assertThat(known("Anvil").text(Column.STAGE)).isEqualTo("Stage " + ImportRun.TURNS);
        assertThat(imports(upload)).isInstanceOf(Running.Done.class);
    }

    @Test
    void nobodyElseChangesWhomAnImportIsAboutToWrite() {
        NetworkFixture.imported(convener, network, "company\nAnvil\n");
        var store = PEERAGE.bean(RosterStore.class);
        var leader = as(convener, () -> store.known(network)).getFirst().id();

        var other = as(convener, () -> {
            store.hold(network, List.of(leader));
            return CompletableFuture.supplyAsync(() -> as(
                            convener,
                            () -> PEERAGE.bean(JdbcClient.class)
                                    .sql("select id from networks.profile where id = :id for no key update nowait")
                                    .param("id", leader.value())
                                    .query(UUID.class)
                                    .list()))
                    .handle((_, failure) -> failure != null)
                    .join();
        });

        assertThat(other).as("was kept out").isTrue();
    }

    private Running run(UUID upload, IntConsumer meanwhile) {
        return Acting.as(new Actor.Person(convener), () -> runWith(meanwhile).run(network, upload));
    }

    private Running imports(UUID upload) {
        return Acting.as(new Actor.Person(convener), () -> imports().run(network, upload));
    }

    private static Imports imports() {
        return PEERAGE.bean(Imports.class);
    }

    /// @param meanwhile what happens while the list is compared, by how often it has been
    private ImportRun runWith(IntConsumer meanwhile) {
        return new ImportRun(
                PEERAGE.bean(Networks.class),
                PEERAGE.bean(UploadStore.class),
                PEERAGE.bean(RosterStore.class),
                PEERAGE.bean(Trail.class),
                InstantSource.system(),
                PEERAGE.bean(PlatformTransactionManager.class),
                (table, mapping, directory, chiefExecutive) -> {
                    meanwhile.accept(comparisons.incrementAndGet());
                    return Roster.of(table, mapping, directory, chiefExecutive);
                });
    }

    private void change(String stage) {
        var changed = as(
                convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "update networks.profile set stage = :stage where network_id = :network and external_id = '1'")
                        .param("stage", stage)
                        .param("network", network.value())
                        .update());
        assertThat(changed).isEqualTo(1);
    }

    private LeaderFacts known(String organisation) {
        return as(convener, () -> PEERAGE.bean(RosterStore.class).known(network)).stream()
                .map(Roster.Known::facts)
                .filter(facts -> facts.text(Column.ORGANISATION).equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    private UUID staged(String text) {
        return switch (as(
                convener, () -> imports().stage(network, "roster.csv", text.getBytes(StandardCharsets.UTF_8)))) {
            case Imports.Staging.Staged(var upload) -> upload;
            case Imports.Staging.Refused(var page) -> throw new AssertionError(page.wrong());
        };
    }
}
