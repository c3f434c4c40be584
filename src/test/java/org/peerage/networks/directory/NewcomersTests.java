package org.peerage.networks.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.rosters.Column;
import org.peerage.tenancy.PersonId;

/// People whom somebody has in mind: written down, pasted, corrected, taken out.
class NewcomersTests {

    private final PersonId convener = aFounder();
    private final NetworkId network = aNetworkOf(convener);
    private final String people = "/networks/" + network + "/people";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Sousa | Ana Sousa | | |",
                "Ana Sousa, ana@example.org | Ana Sousa | ana@example.org | |",
                "ana@example.org, Ana Sousa, Harbour Mill | Ana Sousa | ana@example.org | Harbour Mill |",
                "Ana Sousa <Ana@Example.org>, Harbour Mill, Owner | Ana Sousa | ana@example.org | Harbour Mill | Owner",
                "\"Sousa, Ana\" <ana@example.org> | Ana Sousa | ana@example.org | |",
                "Sousa, Ana <ana@example.org> | Ana Sousa | ana@example.org | |",
                "Ana Sousa; Harbour Mill; Owner; ana@example.org | Ana Sousa | ana@example.org | Harbour Mill | Owner",
                "Ана Соуза | Ана Соуза | | |",
                "小林 恵 <megumi@example.org> | 小林 恵 | megumi@example.org | |"
            })
    void aPersonIsReadAsPeopleWriteThem(String line, String name, String address, String organisation, String role) {
        assertThat(Introductions.of(line).lines())
                .singleElement()
                .isInstanceOfSatisfying(Introductions.Read.class, read -> {
                    assertThat(read.facts().text(Column.NAME)).isEqualTo(name);
                    assertThat(read.facts().text(Column.EMAIL)).isEqualTo(address == null ? "" : address);
                    assertThat(read.facts().text(Column.ORGANISATION))
                            .isEqualTo(organisation == null ? "" : organisation);
                    assertThat(read.facts().text(Column.ROLE_TITLE)).isEqualTo(role == null ? "" : role);
                });
    }

    @Test
    void aLineOfAMailProgramHoldsSeveralPeople() {
        assertThat(Introductions.of("Ana Sousa <ana@example.org>; Otto Brandt <otto@example.org>, "
                                + "Wren Hale <wren@example.org>\n\nNoor Aziz\n")
                        .lines())
                .extracting(line -> line instanceof Introductions.Read(var _, var facts) ? facts.text(Column.NAME) : "")
                .containsExactly("Ana Sousa", "Otto Brandt", "Wren Hale", "Noor Aziz");
    }

    @Test
    void aTextWithoutAnEndIsNobodyAndIsNotLookedThrough() {
        var again = Pages.seenBy(convener).post(people, "people", "x".repeat(100_000));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().expectFirst("#people-wrong").text())
                .contains("xxx…: This line is longer than 1,000 characters.")
                .hasSizeLessThan(500);
    }

    @Test
    void whoIsReadIsInAndTheOtherLinesStayWithTheirReason() {
        var pages = Pages.seenBy(convener);
        var again = pages.post(people, "people", "Ana Sousa, ana@example.org\nlost@example.org\nOtto Brandt");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().expectFirst("#people").val()).isEqualTo("lost@example.org");
        assertThat(again.page().expectFirst("#people-wrong").text()).contains("lost@example.org: Please give a name.");
        assertThat(again.page().text()).contains("2 people have been added");
        assertThat(pages.post(people, "people", "ANA Sousa\nSomebody Else, ana@example.org\nWren Hale")
                        .at())
                .isEqualTo(people);
        assertThat(names()).containsExactlyInAnyOrder("Ana Sousa", "Otto Brandt", "Wren Hale");
    }

    @Test
    void whoWasTypedTogetherStandsInTheOrderOfTheTyping() {
        var pages = Pages.seenBy(convener);
        pages.post(people, "people", "Zoe Lind\nAna Sousa\nOtto Brandt\nMia Falk");
        pages.post(people, "people", "Wren Hale\nBo Ek");

        assertThat(pages.get(people)
                        .page()
                        .select("section[aria-labelledby=here] li h3")
                        .eachText())
                .containsExactly("Wren Hale", "Bo Ek", "Zoe Lind", "Ana Sousa", "Otto Brandt", "Mia Falk");
    }

    @Test
    void somebodyIsCorrectedAndTakenOutAsLongAsNobodySitsThere() {
        var pages = Pages.seenBy(convener);
        pages.post(people, "people", "Ana Susa, ana@example.org");
        var ana = found("Ana Susa").id();

        var wrong = pages.post(people + "/" + ana, "name", "Ana Sousa", "email", "nowhere");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().expectFirst("#name").val()).isEqualTo("Ana Sousa");
        assertThat(pages.post(people + "/" + ana, "name", "Ana Sousa", "email", "a@example.org")
                        .at())
                .isEqualTo(people);
        assertThat(names()).containsExactly("Ana Sousa");
        assertThat(pages.get(people).page().text()).contains("a@example.org");

        assertThat(pages.post(people + "/" + ana + "/remove").at()).isEqualTo(people);
        assertThat(names()).isEmpty();
        assertThat(pages.get(people + "/" + ana).status()).isEqualTo(404);
    }

    @Test
    void whoHasAPlaceInAGroupStays() {
        var here = GroupFixture.aGroup().with(1);
        var page = "/networks/" + here.network + "/people";
        var pages = Pages.seenBy(here.convener);
        pages.post(page, "people", "Ana Sousa");
        var ana = as(here.convener, () -> PEERAGE.bean(Directory.class).search(here.network, "Ana Sousa", 1))
                .getFirst()
                .id();
        pages.post("/groups/" + here.group + "/seats", "profile", ana.toString());

        var kept = pages.post(page + "/" + ana + "/remove");
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.page().text()).contains("There is a place for them in a group");
    }

    @Test
    void whoConvenesIsOneOfThemWhereTheyWish() {
        var pages = Pages.seenBy(convener);
        assertThat(pages.get(people).page().text()).contains("And you?");
        assertThat(pages.ask("POST", people + "/me", "").at()).isEqualTo(people);
        assertThat(pages.ask("POST", people + "/me", "").at()).isEqualTo(people);
        assertThat(as(convener, () -> PEERAGE.bean(Directory.class).search(network, "", 5)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.person()).contains(convener));
        assertThat(pages.get(people).page().text()).doesNotContain("And you?");
    }

    @Test
    void nobodyElseWritesAnybodyDown() {
        for (var other : List.of(aMemberOf(network), aPerson(), aFounder())) {
            var pages = Pages.seenBy(other);
            assertThat(pages.get(people).status()).isEqualTo(404);
            assertThat(pages.post(people, "people", "Ana Sousa").status()).isEqualTo(404);
            assertThat(pages.ask("POST", people + "/me", "").status()).isEqualTo(404);
        }
        assertThat(names()).doesNotContain("Ana Sousa");
    }

    private Directory.Entry found(String name) {
        return as(convener, () -> PEERAGE.bean(Directory.class).search(network, name, 1))
                .getFirst();
    }

    private List<String> names() {
        return NetworkFixture.as(convener, () -> PEERAGE.bean(Directory.class).search(network, "", 10)).stream()
                .filter(entry -> entry.person().isEmpty())
                .map(Directory.Entry::name)
                .toList();
    }
}
