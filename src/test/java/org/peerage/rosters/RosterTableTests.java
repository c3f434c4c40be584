package org.peerage.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.web.Message;

/// From bytes to rows, and what is said where that cannot be.
class RosterTableTests {

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "windows-1252,windows-1252", "UTF-16LE,UTF-16LE"})
    void theEncodingIsGuessedAndAccentsSurvive(String written, String guessed) {
        var text = (written.startsWith("UTF-16") ? "\uFEFF" : "") + "Firma;Ort\nMüller & Söhne;Kraków";
        var bytes = written.equals("windows-1252")
                ? text.replace('ó', 'o').getBytes(Charset.forName(written))
                : text.getBytes(Charset.forName(written));

        assertThat(RosterText.guess(bytes)).isEqualTo(new RosterText.Guess.Encoding(guessed));
        assertThat(RosterText.decode(bytes, guessed).orElseThrow()).startsWith("Firma;Ort\nMüller & Söhne");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        var bytes = "\uFEFFcompany,place\nTin & Thread,Porto".getBytes(StandardCharsets.UTF_8);
        assertThat(table(RosterText.decode(bytes, "UTF-8").orElseThrow()).headings())
                .containsExactly("company", "place");
    }

    @ParameterizedTest
    @CsvSource({"comma,','", "semicolon,;", "tab,'\t'", "bar,|"})
    void theSeparatorIsGuessedFromTheFirstLine(String name, String separator) {
        var text = String.join(separator, "company", "\"place, or; several|of\tthem\"", "size") + "\n";
        assertThat(RosterTable.guessSeparator(text)).isEqualTo(name);
    }

    @Test
    void rowsKnowTheLineTheyBeginOnAcrossQuotedLineBreaksAndEmptyLines() {
        var table = table("company,place\r\n\"Two\r\nLines\",Porto\r\n\r\nLast,Faro\r\n");
        assertThat(table.rows())
                .containsExactly(
                        new RosterTable.Row(2, List.of("Two\r\nLines", "Porto")),
                        new RosterTable.Row(5, List.of("Last", "Faro")));
    }

    @Test
    void aQuotationMarkThatBelongsToTheWordsIsALetter() {
        assertThat(
                        cells(
                                "company,place\n12\" Records,Porto\n\"The \"Best\" Bakery\",Faro\n\"Two \"\"marks\"\"\" ,Lagos\n"))
                .containsExactly(
                        List.of("12\" Records", "Porto"),
                        List.of("The \"Best\" Bakery", "Faro"),
                        List.of("Two \"marks\"", "Lagos"));
        assertThat(cells("company,place\n\"Never closed,Faro\nMore,Lagos\n"))
                .containsExactly(List.of("\"Never closed", "Faro"), List.of("More", "Lagos"));
    }

    @Test
    void aFileThatStartsWithItsFirstLeaderHasNoNamesOfColumns() {
        var table = table("5,CircuitHub,Industrials\n14,HireArt,B2B\n");
        assertThat(table.heading()).isEqualTo(Heading.NONE);
        assertThat(table.rows()).hasSize(2);
        assertThat(Mapping.guess(table.headings()).flaw(3)).contains(Message.of("rosters.wrong.nobody"));
    }

    @Test
    void anyLineOrTwoOrNoneCanBeChosenForTheNames() {
        var text = "Alpha,Oslo\nFirma,Ort\nBeta,Bergen\n";
        assertThat(read(text, new Heading(List.of(1))).headings()).containsExactly("Alpha", "Oslo");
        assertThat(read(text, new Heading(List.of(1, 2))).headings()).containsExactly("Alpha Firma", "Oslo Ort");
        assertThat(read(text, Heading.NONE).rows()).hasSize(3);
        assertThat(List.of("none", "4", "1-2"))
                .allSatisfy(key ->
                        assertThat(Heading.named(key).orElseThrow().key()).isEqualTo(key));
        assertThat(Heading.named("x")).isEmpty();
    }

    @Test
    void emptinessIsSaid() {
        assertThat(RosterText.guess(new byte[0]))
                .isEqualTo(new RosterText.Guess.NoText(Message.of("rosters.wrong.empty")));
        assertThat(RosterTable.read("\n\n  \n", "comma")).isEqualTo(refused("empty"));
        assertThat(RosterTable.read("company,place\n", "comma")).isEqualTo(refused("noRows"));
    }

    @Test
    void tooManyColumnsAreCounted() {
        var header = "c" + ",c".repeat(250);
        assertThat(RosterTable.read(header + "\nx\n", "comma")).isEqualTo(refused("columns", 1, 251, 250));
    }

    @Test
    void tooManyLinesAreNotTakenAndTheLineIsNamed() {
        var text = "company\n" + "Anvil\n".repeat(120_001);
        assertThat(RosterTable.read(text, "comma")).isEqualTo(refused("rows", 120_002, 120_000));
    }

    @Test
    void aSpreadsheetAndOtherBinaryFilesAreToldApart() {
        assertThat(RosterText.guess(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .isEqualTo(new RosterText.Guess.NoText(Message.of("rosters.wrong.workbook")));
        assertThat(RosterText.guess(new byte[] {'a', ',', 'b', 0, 1}))
                .isEqualTo(new RosterText.Guess.NoText(Message.of("rosters.wrong.binary", 4)));
    }

    @Test
    void theWrongEncodingNamesTheLineWhereItStopsFitting() {
        var bytes = "company\nPlain\nMüller\n".getBytes(Charset.forName("windows-1252"));
        assertThat(RosterText.decode(bytes, "UTF-8")).isEmpty();
        assertThat(RosterText.lineOfFirstFlaw(bytes, "UTF-8")).isEqualTo(3);
    }

    @Test
    void notesAndTitlesAboveTheHeadingsAreNoLeaders() {
        var table = table("""
                Member list as of 5 January 2026,,,
                "Exported by: office, for all",,,
                ,,,
                Company,Full name,Title,City
                Alpha,Ann,CEO,Oslo
                """);
        assertThat(table.headings()).containsExactly("Company", "Full name", "Title", "City");
        assertThat(table.rows()).containsExactly(new RosterTable.Row(5, List.of("Alpha", "Ann", "CEO", "Oslo")));
        var two = table("Company,,Contact,,\nName,City,Full name,E-mail,Title\nAlpha,Oslo,Ann,ann@example.org,CEO\n");
        assertThat(two.headings())
                .containsExactly(
                        "Company Name", "Company City", "Contact Full name", "Contact E-mail", "Contact Title");
        assertThat(two.rows()).hasSize(1);
    }

    @Test
    void rowsThatASpreadsheetCutShortOrDrewOutAreReadAsTheyWereMeant() {
        var table = table("Company,Full name,City,Notes\nBeta,Bob\nGamma,Cat,Rome,,,,\nDelta,Dan,Rome,x,more\n");
        assertThat(table.rows())
                .extracting(RosterTable.Row::cells)
                .containsExactly(
                        List.of("Beta", "Bob", "", ""),
                        List.of("Gamma", "Cat", "Rome", ""),
                        List.of("Delta", "Dan", "Rome", "x", "more"));
    }

    @Test
    void firstAndLastNamesInColumnsOfTheirOwnAreOneName() {
        assertThat(Mapping.guess(List.of("Last Name", "First Name", "Company")).placesOf(Column.NAME))
                .containsExactly(1, 0);
        assertThat(Mapping.guess(List.of("First name", "Last name", "Full name", "Company"))
                        .placesOf(Column.NAME))
                .containsExactly(2);
        assertThat(Mapping.guess(List.of("Name", "Vorname", "Firma")).placesOf(Column.NAME))
                .as("a German “Name” beside a first name is the last one")
                .containsExactly(1, 0);
    }

    @Test
    void aCentralEuropeanListIsReadInItsOwnCodePage() {
        var bytes =
                "Firma;Kontakt;Funkce\nŽluťoučký kůň;Řehoř Příklad;Ředitel\n".getBytes(Charset.forName("windows-1250"));
        assertThat(RosterText.guess(bytes)).isEqualTo(new RosterText.Guess.Encoding("windows-1250"));
    }

    private static List<List<String>> cells(String text) {
        return table(text).rows().stream().map(RosterTable.Row::cells).toList();
    }

    private static RosterTable read(String text, Heading heading) {
        if (RosterTable.read(text, "comma", heading) instanceof RosterTable.Reading.Table(var table)) {
            return table;
        }
        throw new AssertionError(heading);
    }

    private static RosterTable table(String text) {
        return switch (RosterTable.read(text, RosterTable.guessSeparator(text))) {
            case RosterTable.Reading.Table(var table) -> table;
            case RosterTable.Reading.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static RosterTable.Reading refused(String key, Object... arguments) {
        return new RosterTable.Reading.Refused(Message.of("rosters.wrong." + key, arguments));
    }
}
