package org.peerage.composition.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeCommandTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anInstanceEndsInItsObjectiveAndTheSolutionIsWritten() throws IOException {
        Path file = write("instance.txt", """
                4 2 ss 2 2 2 2
                0 1 9
                0 2 1
                0 3 2
                1 2 3
                1 3 4
                2 3 5
                """);
        Path solution = folder.resolve("solution");
        assertThat(run("--instance", file.toString(), "--format", "mdgplib", "--solution", solution.toString()))
                .isZero();
        assertThat(output().lines()).containsExactly("groups 2", "elements 4", "proven yes", "objective 14.000000");
        List<String> groups = Files.readAllLines(solution);
        assertThat(groups).hasSize(4);
        assertThat(groups.get(0)).isEqualTo(groups.get(1)).isNotEqualTo(groups.get(2));
        assertThat(groups.get(2)).isEqualTo(groups.get(3));
    }

    @Test
    void theSameSeedAndIterationsPrintTheSame() throws IOException {
        String file = write("roster.csv", roster(40)).toString();
        assertThat(run(file, "--iterations", "20000", "--seed", "5")).isZero();
        String first = output();
        out.reset();
        assertThat(run(file, "--iterations", "20000", "--seed", "5")).isZero();
        assertThat(output()).isEqualTo(first).contains("why here");
    }

    @Test
    void groupsAreWrittenAsCsvAndJson() throws IOException {
        String file = write("roster.csv", roster(30)).toString();
        Path to = folder.resolve("groups");
        assertThat(run(file, "--iterations", "20000", "--out", to.toString())).isZero();
        assertThat(Files.readAllLines(to.resolve("groups.csv"))).hasSize(31);
        assertThat(Files.readString(to.resolve("groups.json")))
                .contains("\"score\": 0.", "\"bound\": 0.", "\"weakestPoint\"", "\"whyNotThere\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nothing 1             | there is no option --nothing
            --seconds               | --seconds needs a value
            --seconds soon          | --seconds takes a number
            --seconds -1            | --seconds takes a number from 0 up
            --threads 0             | --threads takes a whole number from 1 up
            --seed x                | --seed takes a whole number
            --group-size 9:8:7      | --group-size takes MIN:TARGET:MAX
            --weights role=many     | --weights takes WORD=NUMBER
            --mapping missing.txt   | there is no file
            --rules missing.txt     | there is no file
            another.csv             | one roster at a time
            """)
    void badOptionsAreRefusedInASentence(String options, String sentence) throws IOException {
        String[] words = (write("roster.csv", roster(20)) + " " + options).split(" ", -1);
        assertThat(run(words)).isEqualTo(2);
        assertThat(errors()).contains("compose: ", sentence);
        assertThat(output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour\\nred                             | has no column that says who a line is about
            name                                     | There are column names but no row below them
            id,name\\nx,                             | has no people
            """)
    void aFileThatIsNoListIsRefused(String text, String sentence) throws IOException {
        Path file = write("roster.csv", text.replace("\\n", "\n") + "\n");
        assertThat(run(file.toString(), "--iterations", "1")).isEqualTo(2);
        assertThat(errors()).contains(sentence);
    }

    /// As on the page: the cell or the row is left aside and named, and the others come in.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name,team size\\nann,many\\nbo,2          | line 2, column team size: “many” is no number of people.
            name,time zone\\nann,Middle-earth\\nbo,   | line 2, column time zone: “Middle-earth” is not a time zone
            id,name\\n1,ann\\n1,bo\\n2,cy              | line 3 is left aside: 1 stands on line 2 already
            id,name\\n1,ann\\n,\\n3,\\n2,bo               | line 4 is left aside: Neither an organisation nor a name.
            name,email\\nann,a@b.example\\nann,a@b.example\\nbo, | is left aside
            """)
    void whatCannotBeReadIsNamedAndCostsNobodyElse(String text, String sentence) throws IOException {
        Path file = write("roster.csv", text.replace("\\n", "\n") + "\n");
        assertThat(run(file.toString(), "--group-size", "2:2:2", "--iterations", "1"))
                .isZero();
        assertThat(errors()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-linkedin-preamble.csv",
                "02-outlook-92-columns.csv",
                "03-salesforce-contacts.csv",
                "04-hubspot-contacts.csv",
                "05-google-contacts.csv",
                "06-size-ranges-and-zones.csv",
                "07-excel-ragged-rows.csv",
                "09-report-title-above-header.csv",
                "09b-two-header-lines.csv",
                "12-windows-1250-czech.csv",
                "13b-inch-mark-in-cell.csv",
                "14-duplicate-headings.csv",
                "15-equal-names.csv",
                "16-names-of-the-world.csv",
                "17-excel-errors-and-dates.csv",
                "19-us-state-column.csv",
                "20-compose-bom.csv",
                "21-us-full-state-names.csv",
                "25-wish-unknown.csv",
                "26-all-empty.csv",
                "40-list-a.csv",
                "40b-list-b-other-company-of-that-name.csv"
            })
    void everyListOfThePageIsReadByTheCommandLine(String list) {
        assertThat(run("src/test/resources/rosters/" + list, "--group-size", "2:2:4", "--iterations", "1"))
                .as(errors())
                .isNotEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apart,p1                 | a rule has three words
            apart,p1,nobody          | nobody on the roster is called nobody
            apart,p1,p1              | p1 is named twice
            beside,p1,p2             | "beside" is no rule
            """)
    void badRulesAreRefusedByLine(String rule, String sentence) throws IOException {
        Path roster = write("roster.csv", roster(20));
        Path rules = write("rules.txt", "# who sits where\n" + rule + "\n");
        assertThat(run(roster.toString(), "--rules", rules.toString(), "--iterations", "1"))
                .isEqualTo(2);
        assertThat(errors()).contains("rules.txt, line 2: " + sentence);
    }

    @Test
    void aMappingSaysWhatAColumnMeansAndMustNameOneThatIsThere() throws IOException {
        Path roster = write("roster.csv", "who,heads\nann,10\n");
        Path mapping = write("mapping.txt", "name=who\nsize=heads\n");
        assertThat(run(roster.toString(), "--mapping", mapping.toString(), "--iterations", "1"))
                .isEqualTo(1);
        Path wrong = write("wrong.txt", "name=whom\n");
        assertThat(run(roster.toString(), "--mapping", wrong.toString(), "--iterations", "1"))
                .isEqualTo(2);
        assertThat(errors()).contains("has no column \"whom\"; it has who, heads.");
    }

    @Test
    void columnsWithoutAMeaningAndMissingValuesAreNamed() throws IOException {
        Path roster = write("roster.csv", "name,shoe size,team_size\nann,39,12\nbo,40,\n");
        assertThat(run(roster.toString(), "--iterations", "1", "--group-size", "2:2:4"))
                .isZero();
        assertThat(errors())
                .contains("meaning is not known: shoe size", "1 of 2 people have no size; it counts half for them");
    }

    @Test
    void peopleSitWithinReachAndUnknownPlacesAreCounted() throws IOException {
        StringBuilder csv = new StringBuilder("name,city\n");
        for (int i = 0; i < 16; i++) {
            csv.append("p%d,\"%s, Norway\"%n".formatted(i, i < 8 ? "Oslo" : "Bergen"));
        }
        Path roster = write("roster.csv", csv + "p16,Nowhere\n");
        assertThat(run(roster.toString(), "--kilometres", "100", "--iterations", "1000"))
                .isZero();
        assertThat(errors())
                .contains("The place of 1 person of 17 is not known")
                .contains("17 people, 2 groups, 0 without a seat");
        assertThat(run(roster.toString(), "--kilometres", "near")).isEqualTo(2);
        assertThat(errors()).contains("--kilometres takes a number");
    }

    @Test
    void moreWhoExcludeEachOtherThanGroupsAreNamed() throws IOException {
        Path roster = write("roster.csv", roster(16));
        Path rules = write("rules.txt", "apart,p1,p2\napart,p1,p3\napart,p2,p3\n");
        assertThat(run(roster.toString(), "--rules", rules.toString(), "--iterations", "1000"))
                .isEqualTo(1);
        assertThat(errors())
                .contains("note: No two of these may sit together, and there are more of them (3) than groups of 8 that"
                        + " can be made (2), so that not all can have a seat: Person 1, Person 2 and Person 3.");
    }

    @Test
    void tenPeopleAreOneGroup() throws IOException {
        Path roster = write("roster.csv", roster(10));
        assertThat(run(roster.toString(), "--iterations", "1000")).isZero();
        assertThat(errors()).contains("10 people, 1 groups, 0 without a seat");
    }

    @Test
    void onePersonIsNoGroupAndItIsSaid() throws IOException {
        Path roster = write("roster.csv", "name\nann\n");
        assertThat(run(roster.toString(), "--seconds", "1")).isEqualTo(1);
        assertThat(errors()).contains("no seat: ann. 1 person does not make a group of at least 8.");
    }

    @Test
    void peopleWhoAllCompeteAreNotSeatedTogetherAndItIsSaidWhy() throws IOException {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < i; j++) {
                rules.append("competitors,p%d,p%d%n".formatted(i, j));
            }
        }
        Path roster = write("roster.csv", roster(10));
        Path table = write("rules.txt", rules.toString());
        assertThat(run(roster.toString(), "--rules", table.toString(), "--seconds", "1"))
                .isEqualTo(1);
        assertThat(errors()).contains("No group of 8 people can be made who may all sit together.");
    }

    @Test
    void aBandThatDividesNobodySeatsAsManyAsItCan() throws IOException {
        Path roster = write("roster.csv", roster(17));
        assertThat(run(roster.toString(), "--group-size", "10:12:16", "--iterations", "1000"))
                .isEqualTo(1);
        assertThat(errors()).contains("17 people, 1 groups, 1 without a seat").contains("full at 16");
    }

    @Test
    void contradictingWishesGiveTheBestLawfulPartAndAreNamed() throws IOException {
        Path roster = write("roster.csv", roster(20));
        Path rules = write("rules.txt", "apart,p1,p2\ntogether,p1,p2\n");
        assertThat(run(roster.toString(), "--rules", rules.toString(), "--iterations", "1000"))
                .isEqualTo(1);
        assertThat(errors())
                .contains("These cannot hold together, and the first is given up: Person 1 and Person 2 are to sit"
                        + " together. Person 1 and Person 2 are to be kept apart.");
        assertThat(errors()).contains("20 people, 2 groups, 0 without a seat");
    }

    @Test
    void aCellThatLooksLikeAFormulaIsNotWrittenAsOne() throws IOException {
        Path roster = write("roster.csv", "name\n=1+1\nann\n");
        assertThat(run(roster.toString(), "--iterations", "1", "--group-size", "2:2:2"))
                .isZero();
        assertThat(output()).contains("'=1+1").doesNotContain(",=1+1");
    }

    @Test
    void aMarkOfTheByteOrderIsNoPartOfTheFirstHeading() throws IOException {
        Path roster = write("roster.csv", "\uFEFFid,name,role,size\n1,Ann,CEO,50\n2,Bob,CEO,60\n");
        Path mapping = write("mapping.txt", "\uFEFFname=name\n");
        Path rules = write("rules.txt", "\uFEFFtogether,1,2\n");
        assertThat(run(
                        roster.toString(),
                        "--mapping",
                        mapping.toString(),
                        "--rules",
                        rules.toString(),
                        "--group-size",
                        "2:2:2",
                        "--iterations",
                        "1"))
                .isZero();
        assertThat(errors()).doesNotContain("left aside");
        assertThat(output()).contains("1,1,Ann", "1,2,Bob");
    }

    @Test
    void aWishForSomebodyWhoIsNotThereIsNamedAndLeftAside() throws IOException {
        Path roster = write("roster.csv", """
                name,role,wishes,conflicts
                P0,CEO,,
                P1,CEO,Nobody Known,P9
                P2,CEO,P0;P0;P0,
                P3,CEO,P3,
                """);
        assertThat(run(roster.toString(), "--group-size", "2:4:4", "--iterations", "1"))
                .isZero();
        assertThat(errors())
                .contains("note: P1 wishes for Nobody Known, and nobody on the roster is called so; it is left aside")
                .contains("note: P1 is in conflict with P9, and nobody on the roster is called so; it is left aside")
                .contains("note: P3 wishes for themselves, which is left aside")
                .doesNotContain("P2 wishes");
    }

    @Test
    void peopleWithNothingButANameFitByHalfAndItIsSaid() throws IOException {
        StringBuilder csv = new StringBuilder("name,role,industry,kind,wishes,location\n");
        for (int i = 0; i < 25; i++) {
            csv.append("P%d,,,,,%n".formatted(i));
        }
        Path roster = write("roster.csv", csv.toString());
        assertThat(run(roster.toString(), "--iterations", "1000")).isZero();
        assertThat(errors())
                .contains("note: Nothing is known of these 25 people by which some would suit each other better")
                .containsPattern("score 0\\.(4[0-9]|50)[0-9]{2}, .* at most 0\\.5000 is possible")
                .doesNotContain("Infinity", "(within -");
        assertThat(output()).contains("Fits the others at 50 %.");
    }

    private int run(String... arguments) {
        return ComposeCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String roster(int people) {
        StringBuilder csv = new StringBuilder("id,name,team size,stage,industry,sub-industry\n");
        for (int i = 0; i < people; i++) {
            csv.append("p%d,Person %d,%d,%s,Industry %d,Narrow %d%n"
                    .formatted(i, i, 1 + i * i, i % 3 == 0 ? "growth" : "early", i % 5, i % 11));
        }
        return csv.toString();
    }
}
