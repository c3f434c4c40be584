package org.peerage.networks.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.networks.Column;
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
    void brokenQuotesAreNamedWithTheirLine() {
        assertThat(RosterTable.read("company,place\nGood,Porto\n\"Never closed,Faro\nMore,Lagos\n", "comma"))
                .isEqualTo(refused("quotes", 3));
        assertThat(RosterTable.read("company,place\nGood,Porto\n\"Closed\" too early,Faro\n", "comma"))
                .isEqualTo(refused("quotes", 3));
    }

    @Test
    void aFileThatStartsWithItsFirstLeaderHasNoHeader() {
        assertThat(RosterTable.read("5,CircuitHub,Industrials\n14,HireArt,B2B\n", "comma"))
                .isEqualTo(refused("noHeader", 1, "5"));
        assertThat(RosterTable.read("Ana Example,ana@example.org\n", "comma"))
                .isEqualTo(refused("noHeader", 1, "ana@example.org"));
    }

    @Test
    void emptinessIsSaid() {
        assertThat(RosterText.guess(new byte[0]))
                .isEqualTo(new RosterText.Guess.NoText(Message.of("networks.import.wrong.empty")));
        assertThat(RosterTable.read("\n\n  \n", "comma")).isEqualTo(refused("empty"));
        assertThat(RosterTable.read("company,place\n", "comma")).isEqualTo(refused("noRows"));
    }

    @Test
    void tooManyColumnsAreCounted() {
        var header = "c" + ",c".repeat(200);
        assertThat(RosterTable.read(header + "\n", "comma")).isEqualTo(refused("columns", 1, 201, 200));
    }

    @Test
    void aHundredThousandLinesAreTooManyAndTheLineIsNamed() {
        var text = "company\n" + "Anvil\n".repeat(100_000);
        assertThat(RosterTable.read(text, "comma")).isEqualTo(refused("rows", 50_002, 50_000));
    }

    @Test
    void aSpreadsheetAndOtherBinaryFilesAreToldApart() {
        assertThat(RosterText.guess(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .isEqualTo(new RosterText.Guess.NoText(Message.of("networks.import.wrong.workbook")));
        assertThat(RosterText.guess(new byte[] {'a', ',', 'b', 0, 1}))
                .isEqualTo(new RosterText.Guess.NoText(Message.of("networks.import.wrong.binary", 4)));
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
        assertThat(two.headings()).startsWith("Name", "City", "Full name");
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
    void firstAndLastNamesInColumnsOfTheirOwnMakeOneMoreColumn() {
        var table = table("First Name,Last Name,Company\nOana,Testescu,Bright Mills\n,Sample,Freight\n");
        assertThat(table.headings()).containsExactly("First Name", "Last Name", "Company", "First Name + Last Name");
        assertThat(table.rows()).extracting(row -> row.cells().getLast()).containsExactly("Oana Testescu", "Sample");
        assertThat(Mapping.guess(table.headings()).places())
                .containsEntry(Column.NAME, 3)
                .containsEntry(Column.ORGANISATION, 2);
        assertThat(table("First name,Last name,Full name,Company\nA,B,A B,C\n").headings())
                .hasSize(4);
    }

    @Test
    void aCentralEuropeanListIsReadInItsOwnCodePage() {
        var bytes =
                "Firma;Kontakt;Funkce\nŽluťoučký kůň;Řehoř Příklad;Ředitel\n".getBytes(Charset.forName("windows-1250"));
        assertThat(RosterText.guess(bytes)).isEqualTo(new RosterText.Guess.Encoding("windows-1250"));
    }

    private static RosterTable table(String text) {
        return switch (RosterTable.read(text, RosterTable.guessSeparator(text))) {
            case RosterTable.Reading.Table(var table) -> table;
            case RosterTable.Reading.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static RosterTable.Reading refused(String key, Object... arguments) {
        return new RosterTable.Reading.Refused(Message.of("networks.import.wrong." + key, arguments));
    }
}
