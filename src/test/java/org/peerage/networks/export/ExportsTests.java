package org.peerage.networks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.imported;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.rosters.Column;
import org.peerage.tenancy.PersonId;
import org.peerage.web.download.Portions;
import org.peerage.web.download.SpreadsheetFile;
import tools.jackson.databind.json.JsonMapper;

/// The people of a network on their way out, and in again.
class ExportsTests {

    private static final List<String> NAMES = List.of(
            "=HYPERLINK(\"x\",\"y\") Example",
            "+41 Example",
            "-2 Example",
            "@Ada Example",
            "'=Quoted Example",
            "'s Gravenhage Example",
            "O'Hara, Jörg \"JJ\" Example",
            "مريم مثال",
            "Zoë; Example\\Sons");

    private final PersonId convener = aFounder();
    private final NetworkId network = aNetworkOf(convener);

    @Test
    void aTableComesBackAsItWentOut() {
        imported(convener, network, roster());
        var before = facts(convener, network);
        assertThat(before).extracting(facts -> facts.text(Column.NAME)).containsExactlyInAnyOrderElementsOf(NAMES);
        var table = table();

        var another = aFounder();
        var elsewhere = aNetworkOf(another);
        imported(another, elsewhere, table);
        assertThat(facts(another, elsewhere)).isEqualTo(before);
    }

    @Test
    void aSpreadsheetFindsNoFormulaInIt() {
        imported(convener, network, roster());
        var table = table();
        assertThat(table).startsWith("\uFEFForganisation,name,");
        assertThat(table.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(table).doesNotContainPattern("(?m)(^|,)\"?[=+\\-@]").contains("'+41 Example");
    }

    @Test
    void aCellKeepsItsLinesAndSaysWhatItSaid() {
        for (var cell : List.of("=1", "'=1", "''=1", "\t=1", "\n-", "'n Abend", "", "'", "＝1", "a\r\nb")) {
            assertThat(SpreadsheetFile.meant(SpreadsheetFile.plain(cell))).isEqualTo(cell);
        }
        var bytes = new ByteArrayOutputStream();
        var file = new SpreadsheetFile(bytes, List.of("a", "b"));
        file.row(List.of("two\nlines", "say \"so\""));
        file.end();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFa,b\r\n\"two\nlines\",\"say \"\"so\"\"\"\r\n");
    }

    @Test
    void aProgramReadsNumbersAsNumbersAndMissesWhatIsNotKnown() {
        imported(convener, network, "company,name,size,remote\nAnvil,Ana Example,12,no\nBellows,,,\n");
        var answer = Pages.seenBy(convener).get("/networks/" + network + "/people.json");
        var people = JsonMapper.shared().readTree(answer.body()).path("people");
        assertThat(people).hasSize(2);
        assertThat(people.path(0).path("team_size").intValue()).isEqualTo(12);
        assertThat(people.path(0).path("remote").isBoolean()).isTrue();
        assertThat(people.path(0).path("seat_taken").asBoolean()).isFalse();
        assertThat(people.path(1).has("name")).isFalse();
    }

    @Test
    void anAddressBookReadsEveryNameAndNoLineIsTooLong() {
        imported(convener, network, roster());
        var answer = Pages.seenBy(convener).get("/networks/" + network + "/people.vcf");
        assertThat(answer.contentType()).startsWith("text/vcard");
        var text = new String(answer.raw().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var names = new ArrayList<String>();
        for (var line : text.replace("\r\n ", "").split("\r\n", -1)) {
            if (line.startsWith("FN:")) {
                names.add(line.substring(3)
                        .replace("\\\\", "\u0001")
                        .replace("\\,", ",")
                        .replace("\\;", ";")
                        .replace("\u0001", "\\"));
            }
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(text)
                .contains(
                        "EMAIL:n0@example.org", "ADR:;;;Zürich;;;", "VERSION:4.0\r\nKIND:individual\r\nUID:urn:uuid:");
    }

    @Test
    void onlyWhoConvenesTakesThemAlong() {
        imported(convener, network, "company,name\nAnvil,Ana Example\n");
        assertThat(Pages.seenBy(convener).get("/networks/" + network).page().select("a[href$=/people.csv]"))
                .hasSize(1);
        for (var other : List.of(aMemberOf(network), aFounder())) {
            var pages = Pages.seenBy(other);
            for (var ending : List.of("csv", "json", "vcf")) {
                assertThat(pages.get("/networks/" + network + "/people." + ending)
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(Pages.seenBy(aMemberOf(network))
                        .get("/networks/" + network)
                        .page()
                        .select("a[href$=/people.csv]"))
                .isEmpty();
    }

    private String table() {
        var answer = Pages.seenBy(convener).get("/networks/" + network + "/people.csv");
        assertThat(answer.raw().getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"people.csv\"");
        return new String(answer.raw().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<LeaderFacts> facts(PersonId convener, NetworkId network) {
        var all = new ArrayList<LeaderFacts>();
        as(convener, () -> {
            var people = new Portions<ExportStore.Person>(
                    last -> PEERAGE.bean(ExportStore.class).after(network, last, 4));
            people.forEachRemaining(person -> all.add(known(person.facts())));
            return all;
        });
        return all;
    }

    private static LeaderFacts known(LeaderFacts facts) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (var column : Column.values()) {
            values.put(column, facts.text(column));
        }
        return new LeaderFacts(values);
    }

    private static String roster() {
        var bytes = new ByteArrayOutputStream();
        var roster = new SpreadsheetFile(
                bytes,
                List.of(
                        "company",
                        "name",
                        "role",
                        "industry",
                        "tags",
                        "size",
                        "city",
                        "country",
                        "remote",
                        "languages",
                        "experience",
                        "email",
                        "id"));
        for (var at = 0; at < NAMES.size(); at++) {
            roster.row(List.of(
                    "Anvil, \"Söhne\" & Co " + at,
                    NAMES.get(at),
                    "=CEO",
                    "Forging",
                    "one; two",
                    Integer.toString(10 + at),
                    "Zürich",
                    "Switzerland",
                    "yes",
                    "German; English",
                    "7",
                    "n" + at + "@example.org",
                    "x-" + at));
        }
        roster.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
