package org.peerage.networks.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.peerage.rosters.Listed;
import org.peerage.rosters.Mapping;
import org.peerage.rosters.RosterTable;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;

/// What an import would do to each row.
class RosterTests {

    private static final String CHIEF = "Chief executive";

    @Test
    void theMeaningOfColumnsIsGuessedFromTheirHeadings() {
        assertThat(Mapping.guess(List.of(
                        "id",
                        "company",
                        "industry",
                        "subindustry",
                        "tags",
                        "team_size",
                        "stage",
                        "status",
                        "batch",
                        "location",
                        "remote")))
                .isEqualTo(new Mapping(Map.of(
                        Column.EXTERNAL_ID, List.of(0),
                        Column.ORGANISATION, List.of(1),
                        Column.INDUSTRY, List.of(2),
                        Column.SUBINDUSTRY, List.of(3),
                        Column.TAGS, List.of(4),
                        Column.TEAM_SIZE, List.of(5),
                        Column.STAGE, List.of(6),
                        Column.STATUS, List.of(7),
                        Column.PLACE, List.of(9),
                        Column.REMOTE, List.of(10))));
        assertThat(Mapping.guess(List.of("Full Name", "Job title", "Organization", "E-Mail Address", "Time zone"))
                        .places())
                .containsOnlyKeys(Column.NAME, Column.ROLE_TITLE, Column.ORGANISATION, Column.EMAIL, Column.TIME_ZONE);
        assertThat(Mapping.guess(List.of("Name", "City")).places()).containsEntry(Column.ORGANISATION, List.of(0));
        assertThat(Mapping.guess(List.of("Name", "Company")).places())
                .containsEntry(Column.NAME, List.of(0))
                .containsEntry(Column.ORGANISATION, List.of(1));
    }

    @Test
    void withoutOrganisationAndNameNobodyCanBeToldApart() {
        assertThat(Mapping.guess(List.of("city", "size")).flaw(2)).contains(Message.of("rosters.wrong.nobody"));
    }

    @Test
    void thePersonBehindACompanyIsItsChiefExecutiveWithoutAMadeUpName() {
        assertThat(lines("company,place\nCircuitHub,London\n"))
                .containsExactly(new Roster.Line.New(
                        2,
                        facts(
                                Column.ORGANISATION, "CircuitHub",
                                Column.PLACE, "London",
                                Column.ROLE_TITLE, CHIEF)));
        assertThat(lines("company,full name\nCircuitHub,Ana Example\n"))
                .containsExactly(
                        new Roster.Line.New(2, facts(Column.ORGANISATION, "CircuitHub", Column.NAME, "Ana Example")));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var known = known(false, Column.EXTERNAL_ID, "5", Column.ORGANISATION, "CircuitHub", Column.ROLE_TITLE, CHIEF);
        assertThat(lines("id,company\n5,CircuitHub\n", known))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.UNCHANGED);
    }

    @Test
    void aLeaderIsRecognisedByIdEvenUnderANewName() {
        var known = known(false, Column.EXTERNAL_ID, "5", Column.ORGANISATION, "CircuitHub", Column.PLACE, "London");
        assertThat(lines("id,company\n5,Circuit Hub\n", known))
                .containsExactly(new Roster.Line.Changed(
                        2,
                        known.id(),
                        known.facts(),
                        known.facts().with(Column.ORGANISATION, "Circuit Hub"),
                        List.of(Column.ORGANISATION)));
    }

    @Test
    void withoutIdALeaderIsRecognisedByOrganisationAndName() {
        var known = known(false, Column.ORGANISATION, "Łódź Looms", Column.NAME, "Ana Example");
        assertThat(lines("company,full name,city\nlodz looms,ANA EXAMPLE,Porto\n", known))
                .singleElement()
                .isInstanceOfSatisfying(
                        Roster.Line.Changed.class,
                        line -> assertThat(line.profile()).isEqualTo(known.id()));
    }

    @Test
    void aSecondRowForTheSameLeaderIsReportedAndDoesNotCount() {
        assertThat(lines("company\nAnvil\nBellows\nanvil\n"))
                .last()
                .isEqualTo(new Roster.Line.Repeated(4, facts(Column.ORGANISATION, "anvil"), 2));
        assertThat(lines("id,company\n1,Atlas\n2,Atlas\n"))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.NEW, Roster.Kind.NEW);
    }

    @Test
    void twoLeadersOfOneNameNeedAnIdToBeToldApart() {
        var one = known(false, Column.EXTERNAL_ID, "1", Column.ORGANISATION, "Atlas");
        var two = known(false, Column.EXTERNAL_ID, "2", Column.ORGANISATION, "Atlas");
        assertThat(lines("company\nAtlas\n", one, two))
                .containsExactly(new Roster.Line.Unreadable(2, Message.of("networks.import.wrong.several", 2)));
    }

    @Test
    void namesakesOfOneFileAreToldApartByTheirAddresses() {
        var text = """
                company,full name,email
                Alpha,John Smith,john1@example.org
                Alpha,John Smith,John2@example.org
                ,Maria Garcia,m1@example.org
                ,Maria Garcia,m2@example.org
                Alpha,John Smith,john1@example.org
                """;
        assertThat(lines(text))
                .extracting(Roster.Line::kind)
                .containsExactly(
                        Roster.Kind.NEW, Roster.Kind.NEW, Roster.Kind.NEW, Roster.Kind.NEW, Roster.Kind.REPEATED);
        var one = known(
                false, Column.ORGANISATION, "Alpha", Column.NAME, "John Smith", Column.EMAIL, "john1@example.org");
        var two = known(
                false, Column.ORGANISATION, "Alpha", Column.NAME, "John Smith", Column.EMAIL, "john2@example.org");
        assertThat(lines("company,full name,email\nAlpha,John Smith,john2@example.org\n", one, two))
                .singleElement()
                .isEqualTo(new Roster.Line.Unchanged(2, two.facts()));
        assertThat(lines(text, one).subList(0, 2))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.UNCHANGED, Roster.Kind.NEW);
    }

    @Test
    void aCompanyOfTheSameNameInAnotherPlaceIsAnotherOne() {
        var known =
                known(false, Column.EXTERNAL_ID, "a-1", Column.ORGANISATION, "Beam", Column.PLACE, "New York, NY, USA");
        assertThat(lines("name,industry,location\nBeam,Mobile,\"Bellevue, WA, USA\"\n", known))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.NEW);
        assertThat(lines("name,industry,location\nBeam,Mobile,\"new york, NY, USA\"\n", known))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.CHANGED);
    }

    @Test
    void whatASpreadsheetWritesWhereItHasNothingIsNothing() {
        assertThat(lines("company,full name,employees\nAlpha,Ann,#N/A\nBeta,#REF!,12\nGamma,NULL,n/a\n"))
                .containsExactly(
                        new Roster.Line.New(2, facts(Column.ORGANISATION, "Alpha", Column.NAME, "Ann")),
                        new Roster.Line.New(
                                3,
                                facts(
                                        Column.ORGANISATION, "Beta",
                                        Column.TEAM_SIZE, "12",
                                        Column.ROLE_TITLE, CHIEF)),
                        new Roster.Line.New(4, facts(Column.ORGANISATION, "Gamma", Column.ROLE_TITLE, CHIEF)));
    }

    @Test
    void headingsOfTheUsualExportsAreKnown() {
        assertThat(Mapping.guess(List.of("Title", "First Name", "Company", "Job Title", "Business City"))
                        .places())
                .as("an Outlook title is no role")
                .containsEntry(Column.ROLE_TITLE, List.of(3))
                .containsEntry(Column.PLACE, List.of(4));
        assertThat(Mapping.guess(List.of("Account Name", "Mailing City", "Mailing Country", "Contact ID"))
                        .places())
                .containsOnlyKeys(Column.ORGANISATION, Column.PLACE, Column.COUNTRY, Column.EXTERNAL_ID);
        assertThat(Mapping.guess(List.of("Organization Name", "Organization Title", "E-mail 1 - Value"))
                        .places())
                .containsOnlyKeys(Column.ORGANISATION, Column.ROLE_TITLE, Column.EMAIL);
        assertThat(Mapping.guess(List.of("Company", "City", "State")).places())
                .as("the state belongs to the place, and is no status")
                .doesNotContainKey(Column.STATUS)
                .containsEntry(Column.PLACE, List.of(1, 2));
    }

    @Test
    void whatAPersonSaysOfThemselvesIsNotChangedByAFile() {
        var known = known(
                true,
                Column.ORGANISATION,
                "Anvil",
                Column.NAME,
                "Ana Example",
                Column.EMAIL,
                "ana@example.org",
                Column.EXTERNAL_ID,
                "7");
        assertThat(lines("id,company,full name,email,city\n7,Anvil,,office@example.org,Porto\n", known))
                .containsExactly(new Roster.Line.Changed(
                        2,
                        known.id(),
                        known.facts(),
                        known.facts().with(Column.PLACE, "Porto"),
                        List.of(Column.PLACE)));
        assertThat(lines("company\nAnvil\n", known))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.UNCHANGED);
    }

    @Test
    void emptyCellsAndColumnsTheFileDoesNotHaveLeaveThingsAsTheyAre() {
        var known = known(
                false,
                Column.ORGANISATION,
                "Anvil",
                Column.PLACE,
                "Porto",
                Column.TEAM_SIZE,
                "12",
                Column.EMAIL,
                "a@b.example");
        assertThat(lines("company,size,email\nAnvil,,\n", known))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.UNCHANGED);
    }

    @Test
    void aLeaderWhoMovedIsRecognisedByTheirAddressAndAnOfficeIsNobody() {
        var ann = known(false, Column.ORGANISATION, "Anvil", Column.NAME, "Ann Able", Column.EMAIL, "ann@able.example");
        var bo = known(false, Column.ORGANISATION, "Bell", Column.NAME, "Bo Best", Column.EMAIL, "info@bell.example");
        assertThat(lines("company,full name,email\nCrane,Ann Able-Cole,ANN@able.example\n", ann, bo))
                .singleElement()
                .isInstanceOfSatisfying(Roster.Line.Changed.class, line -> {
                    assertThat(line.profile()).isEqualTo(ann.id());
                    assertThat(line.before()).isEqualTo(ann.facts());
                    assertThat(line.changes()).containsExactly(Column.ORGANISATION, Column.NAME);
                });
        assertThat(lines("company,full name,email\nBell,Cy Cole,info@bell.example\n", ann, bo))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.NEW);
    }

    @Test
    void twoPeopleOfAListUnderOneAddressAreTwo() {
        var ann = known(false, Column.ORGANISATION, "Anvil", Column.NAME, "Ann Able", Column.EMAIL, "pa@anvil.example");
        assertThat(lines(
                        "company,full name,email\nAnvil,Bo Best,pa@anvil.example\nAnvil,Ann Able,pa@anvil.example\n",
                        ann))
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.NEW, Roster.Kind.UNCHANGED);
    }

    @Test
    void onePlaceMayBeWrittenInTwoWays() {
        var known = known(false, Column.ORGANISATION, "Beam", Column.PLACE, "New York, NY, USA");
        for (var same : List.of("New York", "NYC", "New York City, New York, United States", "")) {
            assertThat(lines("company,place,industry\nBeam,\"" + same + "\",Mobile\n", known))
                    .as(same)
                    .extracting(Roster.Line::kind)
                    .containsExactly(Roster.Kind.CHANGED);
        }
        assertThat(lines("company,place\nBeam,\"Bellevue, WA, USA\"\nBeam,Oslo\nBeam,Oslo\n", known))
                .as("companies of one name in one file as well")
                .extracting(Roster.Line::kind)
                .containsExactly(Roster.Kind.NEW, Roster.Kind.NEW, Roster.Kind.REPEATED);
    }

    @Test
    void whatIsLeftOutRowByRowChangesNothing() {
        var roster = roster("company,place\nAnvil,Porto\nBell,Faro\n").without(Set.of(3));
        assertThat(roster.lines()).extracting(Roster.Line::kind).containsExactly(Roster.Kind.NEW, Roster.Kind.LEFT_OUT);
        assertThat(roster.counts()).containsEntry(Roster.Kind.NEW, 1).containsEntry(Roster.Kind.LEFT_OUT, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "size,about twelve,number",
        "size,-3,number",
        "size,99999999,number",
        "remote,perhaps,yesOrNo",
        "experience,a few,years",
        "experience,81,years",
        "time zone,Mars/Olympus,zone",
        "e-mail,not an address,email",
    })
    void aCellThatCannotBeReadIsNamedAndCostsThatCellAlone(String heading, String cell, String reason) {
        var roster = roster("company," + heading + "\nGood,\nBad," + cell + "\n");
        assertThat(roster.lines()).extracting(Roster.Line::kind).containsOnly(Roster.Kind.NEW);
        assertThat(roster.flaws())
                .isEqualTo(Map.of(3, List.of(new Listed.Flaw(heading, Message.of("rosters.wrong." + reason, cell)))));
        assertThat(roster.flawed()).isEqualTo(1);
    }

    @Test
    void aRowOfAnotherWidthAndARowOfNobodyAreNotRead() {
        assertThat(lines("company,city\nAnvil,Porto,Portugal\n,Faro\n"))
                .containsExactly(
                        new Roster.Line.Unreadable(2, Message.of("rosters.wrong.cells", 3, 2)),
                        new Roster.Line.Unreadable(3, Message.of("rosters.wrong.nameless")));
        assertThat(lines("first name,last name,city\nAnn,Able,Porto,Portugal\n"))
                .extracting(Roster.Line::kind)
                .as("one cell too many is no name")
                .containsExactly(Roster.Kind.UNREADABLE);
    }

    private static Roster roster(String text, Roster.Known... directory) {
        if (RosterTable.read(text, "comma") instanceof RosterTable.Reading.Table(var table)) {
            return Roster.of(table, Mapping.guess(table.headings()), List.of(directory), CHIEF);
        }
        throw new AssertionError("not a table");
    }

    private static List<Roster.Line> lines(String text, Roster.Known... directory) {
        return roster(text, directory).lines().stream()
                .map(RosterTests::withoutUnknown)
                .toList();
    }

    /// Cells that are empty say nothing, so they are left out of the comparison.
    private static Roster.Line withoutUnknown(Roster.Line line) {
        return switch (line) {
            case Roster.Line.New(var number, var facts) -> new Roster.Line.New(number, said(facts));
            case Roster.Line.Repeated(var number, var facts, var first) ->
                new Roster.Line.Repeated(number, said(facts), first);
            default -> line;
        };
    }

    private static LeaderFacts said(LeaderFacts facts) {
        var values = new EnumMap<Column, String>(Column.class);
        facts.values().forEach((column, text) -> {
            if (!text.isEmpty()) {
                values.put(column, text);
            }
        });
        return new LeaderFacts(values);
    }

    private static Roster.Known known(boolean taken, Object... facts) {
        return new Roster.Known(new ProfileId(Ids.next()), taken, facts(facts));
    }

    private static LeaderFacts facts(Object... pairs) {
        var values = new EnumMap<Column, String>(Column.class);
        for (var at = 0; at < pairs.length; at += 2) {
            values.put((Column) pairs[at], (String) pairs[at + 1]);
        }
        return new LeaderFacts(values);
    }
}
