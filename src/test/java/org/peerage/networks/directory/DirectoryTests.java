package org.peerage.networks.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.imported;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The list of a network's leaders, part by part, and what is counted of it.
class DirectoryTests {

    private final PersonId convener = aFounder();
    private final NetworkId network = aNetworkOf(convener);
    private final Pages pages = Pages.seenBy(convener);

    @Test
    void theListIsReadPartByPartThereAndBack() {
        var names = new ArrayList<>(
                IntStream.range(0, 120).mapToObj("Works %03d"::formatted).toList());
        Collections.shuffle(names, new Random(7));
        imported(convener, network, "company\n" + String.join("\n", names) + "\n");
        Collections.sort(names);

        var first = pages.get(network.address() + "/directory").page();
        var second = follow(first, "next");
        var third = follow(second, "next");

        assertThat(shown(first)).isEqualTo(names.subList(0, 50));
        assertThat(shown(second)).isEqualTo(names.subList(50, 100));
        assertThat(shown(third)).isEqualTo(names.subList(100, 120));
        assertThat(first.select("[rel=prev]")).isEmpty();
        assertThat(third.select("[rel=next]")).isEmpty();
        assertThat(third.select("#results-title").text()).isEqualTo("120 leaders");
        assertThat(shown(follow(third, "prev"))).isEqualTo(names.subList(50, 100));
        var back = follow(follow(third, "prev"), "prev");
        assertThat(shown(back)).isEqualTo(names.subList(0, 50));
        assertThat(back.select("[rel=prev]")).isEmpty();
    }

    @Test
    void leadersOfOneOrganisationAndNameAreNeitherLostNorShownTwice() {
        imported(convener, network, "company,city\nTwin,Faro\n");
        for (var one = 0; one < 60; one++) {
            add("Twin");
        }

        var first = pages.get(network.address() + "/directory").page();
        var second = follow(first, "next");

        var addresses = new ArrayList<>(addresses(first));
        addresses.addAll(addresses(second));
        assertThat(addresses).hasSize(61).doesNotHaveDuplicates();
    }

    @Test
    void whoeverWouldGoOnFromALeaderWhoIsGoneBeginsAnew() {
        imported(convener, network, "company\nAnvil\nBellows\n");
        for (var direction : List.of("after", "before")) {
            assertThat(shown(pages.get(network.address() + "/directory?" + direction + "=" + Ids.next())
                            .page()))
                    .as(direction)
                    .containsExactly("Anvil", "Bellows");
        }
        assertThat(pages.get(network.address() + "/directory?after=nobody").status())
                .isEqualTo(400);
    }

    @Test
    void nobodyIsCountedFurtherThanPeopleCount() {
        imported(
                convener,
                network,
                IntStream.rangeClosed(1, 1002)
                        .mapToObj(number -> "Works %04d,%s".formatted(number, number <= 1000 ? "Porto" : "Faro"))
                        .collect(Collectors.joining("\n", "company,city\n", "\n")));

        assertThat(title("")).as("kept").isEqualTo("1,002 leaders");
        assertThat(title("?words=works")).isEqualTo("More than 1,000 leaders");
        assertThat(title("?place=porto")).isEqualTo("1,000 leaders");
        assertThat(title("?place=faro")).isEqualTo("2 leaders");
        assertThat(title("?words=nowhere")).isEqualTo("No leaders");
        assertThat(title("?words=works&place=faro")).isEqualTo("2 leaders");
        assertThat(title("?words=works 100&place=porto")).isEqualTo("2 leaders");
        assertThat(title("?words=,")).as("no word").isEqualTo("1,002 leaders");
        assertThat(title("?words=%25")).as("no pattern").isEqualTo("No leaders");
    }

    /// More than people count, and none of them at the beginning of the list: then the index has counted enough.
    @Test
    void whoStandsFarBackInTheListAndIsOfManyIsFoundAndNotCounted() {
        imported(
                convener,
                network,
                IntStream.rangeClosed(1, 2010)
                        .mapToObj(number -> "%s %04d,%s".formatted(number <= 1000 ? "Anvil" : "Works", number, "Porto"))
                        .collect(Collectors.joining("\n", "company,city\n", "\n")));

        assertThat(title("?words=works")).isEqualTo("More than 1,000 leaders");
        assertThat(title("?words=works 20")).isEqualTo("31 leaders");
        assertThat(shown(pages.get(network.address() + "/directory?words=works").page()))
                .hasSize(50)
                .startsWith("Works 1001");
        assertThat(title("?words=works&stage=seed")).isEqualTo("No leaders");
    }

    @Test
    void aPlaceIsSoughtWhereSomebodyIsAndNotInTheNameOfACompany() {
        imported(convener, network, "company,city,country\nPorto Anvils,Faro,Portugal\nBellows,Porto,Portugal\n");

        assertThat(shown(pages.get(network.address() + "/directory?place=porto").page()))
                .containsExactly("Bellows");
        assertThat(shown(pages.get(network.address() + "/directory?words=rto anv")
                        .page()))
                .containsExactly("Porto Anvils");
    }

    /// It looks as the owner of all rows, so it has to know by itself for whom.
    @Test
    void whoeverIsNotOfTheNetworkIsToldOfNobodyWhoHasAWord() {
        imported(
                convener,
                network,
                IntStream.rangeClosed(1, 1000)
                        .mapToObj("Works %04d"::formatted)
                        .collect(Collectors.joining("\n", "company\nAnvil\n", "\n")));
        var few = "select cardinality(few) from networks.sought(:network, '{%anvil%}', null, 10)";

        assertThat(as(convener, () -> told(few))).isOne();
        assertThat(as(aFounder(), () -> told(few))).isZero();
        var other = aFounder();
        imported(other, aNetworkOf(other), "company\nAnvil\n");
        assertThat(as(other, () -> told(few))).isZero();
        assertThat(as(convener, () -> told(few))).isOne();
    }

    private int told(String few) {
        return PEERAGE.bean(JdbcClient.class)
                .sql(few)
                .param("network", network.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsThereToChooseFromIsCountedWithEveryChange() {
        imported(convener, network, """
                company,industry,stage,city,id
                Anvil,Forging,Growth,Porto,1
                Bellows,Forging,Seed,Faro,2
                Chisel,Carving,Seed,Faro,3
                """);
        assertThat(choices())
                .isEqualTo(new Directory.Choices(
                        List.of("Carving", "Forging"), List.of("Growth", "Seed"), List.of("Faro", "Porto")));
        assertThat(title("?industry=Forging")).isEqualTo("2 leaders");

        imported(convener, network, """
                company,industry,stage,city,id
                Anvil,Casting,Seed,Faro,1
                """);
        assertThat(choices())
                .isEqualTo(new Directory.Choices(
                        List.of("Carving", "Casting", "Forging"), List.of("Seed"), List.of("Faro")));
        remove("Chisel");

        assertThat(choices())
                .isEqualTo(new Directory.Choices(List.of("Casting", "Forging"), List.of("Seed"), List.of("Faro")));
        assertThat(counted()).isEqualTo(recounted());
    }

    @Test
    void whatIsCountedIsForMembersOnly() {
        imported(convener, network, "company,industry\nAnvil,Forging\n");
        var stranger = aFounder();
        assertThat(as(stranger, () -> PEERAGE.bean(Directory.class).choices(network)))
                .isEqualTo(new Directory.Choices(List.of(), List.of(), List.of()));
        assertThat(as(stranger, () -> PEERAGE.bean(Networks.class).mine())).isEmpty();
    }

    private Directory.Choices choices() {
        return as(convener, () -> PEERAGE.bean(Directory.class).choices(network));
    }

    private String title(String parameters) {
        return pages.get(network.address() + "/directory" + parameters)
                .page()
                .select("#results-title")
                .text();
    }

    private Document follow(Document page, String where) {
        return pages.get(page.expectFirst("[rel=" + where + "]").attr("href")).page();
    }

    private static List<String> shown(Document page) {
        return page.select("#results tbody tr td:first-child a").eachText().stream()
                .map(name -> name.replace("Chief executive of ", ""))
                .toList();
    }

    private static List<String> addresses(Document page) {
        return page.select("#results tbody tr td:first-child a").eachAttr("href");
    }

    private void add(String organisation) {
        as(
                convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("insert into networks.profile (id, network_id, organisation, sought, changed_at) "
                                + "values (:id, :network, :organisation, lower(:organisation), now())")
                        .param("id", Ids.next())
                        .param("network", network.value())
                        .param("organisation", organisation)
                        .update());
    }

    private void remove(String organisation) {
        var id = as(convener, () -> PEERAGE.bean(Directory.class).search(network, organisation, 1))
                .getFirst()
                .id();
        assertThat(PEERAGE.asSuperuser("delete from networks.profile where id = ?", id.value()))
                .isOne();
    }

    private List<String> counted() {
        return rows("select field || ' ' || value || ' ' || leaders from networks.choice "
                + "where network_id = :network and leaders > 0 order by 1");
    }

    private List<String> recounted() {
        return rows("""
                select f.field || ' ' || f.value || ' ' || count(*)
                from networks.profile p
                cross join lateral (values ('', ''), ('industry', p.industry), ('stage', p.stage), ('place', p.place))
                    as f (field, value)
                where p.network_id = :network and (f.field = '' or f.value <> '')
                group by f.field, f.value
                order by 1
                """);
    }

    private List<String> rows(String text) {
        return as(
                convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(text)
                        .param("network", network.value())
                        .query(String.class)
                        .list());
    }
}
