package org.peerage.networks.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.seat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.networks.directory.Directory;
import org.peerage.networks.roster.Roster.Kind;
import org.peerage.rosters.Column;
import org.peerage.rosters.Heading;
import org.peerage.rosters.Mapping;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rosters into the real database.
class ImportsTests {

    private final Imports imports = PEERAGE.bean(Imports.class);
    private final Directory directory = PEERAGE.bean(Directory.class);

    /// Of this thread alone: what others do on the same machine makes it neither more nor less.
    private static Duration workSoFar() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Test
    void aRealRosterComesInAtOnceAndChangesNothingTheSecondTime() {
        var convener = aFounder();
        var network = aNetworkOf(convener);

        var start = System.nanoTime();
        var work = workSoFar();
        var first = imported(convener, network, companies());
        var worked = workSoFar().minus(work);
        System.getLogger(ImportsTests.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "4,021 companies in {0} ms",
                        Duration.ofNanos(System.nanoTime() - start).toMillis());

        assertThat(first).containsAllEntriesOf(counts(4021, 0, 0));
        assertThat(worked).as("the program’s own work").isLessThan(Duration.ofSeconds(20));
        assertThat(imported(convener, network, companies())).containsAllEntriesOf(counts(0, 0, 4021));
        var found = as(convener, () -> directory.search(network, "circuithub", 5));
        assertThat(found).singleElement().satisfies(leader -> {
            assertThat(leader.name()).isEmpty();
            assertThat(leader.roleTitle()).isEqualTo("Chief executive");
            assertThat(leader.organisation()).isEqualTo("CircuitHub");
            assertThat(leader.place()).isEqualTo("London, England, United Kingdom");
            assertThat(leader.teamSize()).hasValue(58);
            assertThat(leader.person()).isEmpty();
        });
        assertThat(as(convener, () -> directory.search(network, "robotics london", 50)))
                .contains(found.getFirst());
        assertThat(as(convener, () -> directory.search(network, "krakow", 50)))
                .isNotEmpty()
                .allSatisfy(leader -> assertThat(leader.place()).contains("Kraków"));
        assertThat(as(convener, () -> directory.search(network, "100%", 50)))
                .allSatisfy(leader -> assertThat(leader.organisation()).contains("100%"));
    }

    @Test
    void aNewerRosterUpdatesAndAddsAndLeavesPeopleTheirOwnWords() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        imported(convener, network, "id,company,city,email\n1,Anvil,Porto,office@anvil.example\n2,Bellows,Faro,\n");
        var anvil = as(convener, () -> directory.search(network, "anvil", 1)).getFirst();
        seat(network, anvil.id(), NetworkFixture.aPerson(), "Ana Example");

        var counts = imported(
                convener,
                network,
                "id,company,city,email\n1,Anvil & Co,Lisboa,other@anvil.example\n2,Bellows,Faro,\n3,Crucible,Évora,\n");

        assertThat(counts).containsAllEntriesOf(counts(1, 1, 1));
        assertThat(as(convener, () -> directory.search(network, "", 10)))
                .extracting(Directory.Entry::organisation)
                .containsExactly("Anvil & Co", "Bellows", "Crucible");
        assertThat(as(convener, () -> directory.entry(anvil.id())))
                .get()
                .extracting(Directory.Entry::name, Directory.Entry::place)
                .containsExactly("Ana Example", "Lisboa");
        assertThat(addresses(convener, network)).containsExactly("office@anvil.example");
        assertThat(addresses(aMemberOf(network), network)).isEmpty();
    }

    @Test
    void aSecondSubmitOfTheSameUploadShowsTheFirstOutcome() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        var upload = staged(convener, network, "company\nAnvil\nBellows\n");

        var first = as(convener, () -> imports.run(network, upload));
        var second = as(convener, () -> imports.run(network, upload));

        assertThat(second).isEqualTo(first);
        assertThat(as(convener, () -> directory.search(network, "", 10))).hasSize(2);
    }

    @Test
    void aRowThatWasLeftOutStaysOutAndOneTakenAfterAllComesIn() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        var upload = staged(convener, network, "company\nAnvil\nBellows\nCrane\n");
        as(convener, () -> {
            imports.leave(network, upload, List.of(2, 3), true);
            imports.leave(network, upload, List.of(3), false);
            return upload;
        });

        assertThat(as(convener, () -> imports.run(network, upload)))
                .isInstanceOfSatisfying(
                        Imports.Running.Done.class,
                        done -> assertThat(done.outcome().counts())
                                .containsEntry(Kind.NEW, 2)
                                .containsEntry(Kind.LEFT_OUT, 1));
        assertThat(as(convener, () -> directory.search(network, "", 10)))
                .extracting(Directory.Entry::organisation)
                .containsExactly("Bellows", "Crane");
    }

    @Test
    void anUploadIsItsConvenersAlone() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        var upload = staged(convener, network, "company\nAnvil\n");
        var member = aMemberOf(network);

        for (var other : List.of(member, aFounder())) {
            assertThat(as(other, () -> find(network, upload))).isEmpty();
            assertThatThrownBy(() -> as(other, () -> imports.run(network, upload)))
                    .isInstanceOf(NotFound.class);
        }
        var elsewhere = aNetworkOf(aFounder());
        assertThat(as(convener, () -> find(elsewhere, upload))).isEmpty();
    }

    @Test
    void aMemberStagesNothing() {
        var network = aNetworkOf(aFounder());
        var member = aMemberOf(network);
        assertThatThrownBy(() -> staged(member, network, "company\nAnvil\n")).isInstanceOf(NotFound.class);
        var upload = new Upload(
                Ids.next(),
                network,
                "roster.csv",
                new RosterBytes("company\nAnvil\n".getBytes(StandardCharsets.UTF_8)),
                "UTF-8",
                "comma",
                new Heading(List.of(1)),
                new Mapping(Map.of()),
                Set.of(),
                Instant.now(),
                Optional.empty());
        assertThatThrownBy(() -> as(member, () -> {
                    PEERAGE.bean(UploadStore.class).add(upload);
                    return upload;
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWasChosenIsKeptWithTheUpload() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        var upload = staged(convener, network, "a;b\nAnvil;Porto\n");
        var before = as(convener, () -> find(network, upload)).orElseThrow();
        assertThat(before.separator()).isEqualTo("semicolon");
        var mapping = new Mapping(Map.of(Column.ORGANISATION, List.of(0), Column.PLACE, List.of(1)));

        var chosen = List.of("organisation", "place");
        assertThat(as(convener, () -> imports.choose(network, upload, chosen::get)))
                .isEqualTo(new Imports.Choosing.Chosen());

        assertThat(as(convener, () -> find(network, upload)))
                .get()
                .extracting(Upload::mapping)
                .isEqualTo(mapping);
    }

    @Test
    void anUploadLastsADay() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        var upload = staged(convener, network, "company\nAnvil\n");
        as(
                convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "update networks.upload set uploaded_at = uploaded_at - interval '25 hours' where id = :id")
                        .param("id", upload)
                        .update());

        assertThat(as(convener, () -> find(network, upload))).isEmpty();
        var tidying = PEERAGE.bean(UploadTidying.class);
        Acting.asProgram(tidying.name(), tidying::work);
        assertThat(as(
                        convener,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("select count(*) from networks.upload where id = :id")
                                .param("id", upload)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void whatLeadersHaveDoneAndAimAtComesInByItsUsualHeadings() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        NetworkFixture.imported(convener, network, """
                company,languages,years,skills,goals
                Anvil,English; Portuguese,07,sold a company; hired a CFO,raise a round
                Bellows,,,,
                """);
        var anvil = as(convener, () -> directory.search(network, "anvil", 1)).getFirst();
        var facts = as(convener, () -> PEERAGE.bean(RosterStore.class).known(network)).stream()
                .filter(known -> known.id().equals(anvil.id()))
                .findFirst()
                .orElseThrow()
                .facts();

        assertThat(List.of(Column.LANGUAGES, Column.EXPERIENCE_YEARS, Column.HAS_DONE, Column.AIMS))
                .extracting(facts::text)
                .containsExactly("English; Portuguese", "7", "sold a company; hired a CFO", "raise a round");
        assertThat(as(convener, () -> directory.matching(network, "bellows", "", "", "")))
                .hasSize(1)
                .doesNotContain(anvil.id());
    }

    private Map<Kind, Integer> imported(PersonId convener, NetworkId network, String text) {
        var upload = staged(convener, network, text);
        return switch (as(convener, () -> imports.run(network, upload))) {
            case Imports.Running.Done(var outcome) -> outcome.counts();
            case Imports.Running.NotReady() -> throw new AssertionError("not ready");
            case Imports.Running.Gone() -> throw new AssertionError("gone");
            case Imports.Running.Overtaken() -> throw new AssertionError("overtaken");
        };
    }

    private static Optional<Upload> find(NetworkId network, UUID upload) {
        return PEERAGE.bean(UploadStore.class).find(network, upload, Instant.now());
    }

    private UUID staged(PersonId convener, NetworkId network, String text) {
        return switch (as(
                convener, () -> imports.stage(network, "roster.csv", text.getBytes(StandardCharsets.UTF_8)))) {
            case Imports.Staging.Staged(var upload) -> upload;
            case Imports.Staging.Refused(var page) -> throw new AssertionError(page.wrong());
        };
    }

    private static List<String> addresses(PersonId person, NetworkId network) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select email from networks.address where network_id = :network")
                        .param("network", network.value())
                        .query((row, number) ->
                                Optional.ofNullable(row.getString(1)).orElse(""))
                        .list());
    }

    private static Map<Kind, Integer> counts(int added, int changed, int unchanged) {
        return Map.of(
                Kind.NEW,
                added,
                Kind.CHANGED,
                changed,
                Kind.UNCHANGED,
                unchanged,
                Kind.REPEATED,
                0,
                Kind.LEFT_OUT,
                0,
                Kind.UNREADABLE,
                0);
    }

    private static String companies() {
        try (var file = Objects.requireNonNull(ImportsTests.class.getResourceAsStream("/demo/companies.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
