package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A convener founds a network and brings in a real roster, at a laptop and on a phone.
class NetworkJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final Path COMPANIES = Path.of("src/main/resources/demo/companies.csv");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aConvenerFoundsANetworkAndImportsARealRoster() {
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base())) {
            mara.goTo("/").sees("Peers who help each other lead");
            mara.looksRight(PICTURES, "start");
            mara.enrol(peerage.foundingLink()).sees("Found a network");
            mara.goTo("/").sees("Found your network");
            mara.looksRight(PICTURES, "home-first");
            mara.follow("Found a network");
            PlaywrightAssertions.assertThat(mara.page().getByLabel("Time zone")).hasValue("Europe/London");
            mara.fill("Time zone", "Middle of nowhere").fill("Name", "").press("Found the network");
            mara.sees("Please give the network a name").sees("We do not know this time zone");
            mara.looksRight(PICTURES, "network-new");
            mara.fill("Name", "Harbour Circle")
                    .fill("Purpose", "Leaders who build things, and help each other do it.")
                    .fill("Time zone", "Europe/London");
            mara.page().getByLabel("I am one of them").uncheck();
            mara.press("Found the network").sees("Next: the people");
            mara.looksRight(PICTURES, "network-empty");

            mara.follow("Import a roster");
            for (var flawed : FLAWED) {
                choose(mara, flawed.file()).press("Look at the columns").sees(flawed.says());
            }
            mara.looksRight(PICTURES, "import-file");
            choose(mara, "large.csv", new byte[33 * 1024 * 1024 + 1])
                    .press("Look at the columns")
                    .sees("That was too large");
            mara.goTo(mara.page().url());
            choose(
                            mara,
                            "roster.csv",
                            "Members of 2026\nFirma;Ort\nMüller;\"Köln\n".getBytes(Charset.forName("windows-1252")))
                    .press("Look at the columns")
                    .sees("roster.csv has one row and 2 columns")
                    .sees("with the names of the columns on line 2");
            mara.page().locator("details summary").click();
            mara.page().getByLabel("Names of the columns").selectOption("none");
            mara.press("Read the file again like this")
                    .sees("roster.csv has 3 rows")
                    .sees("without a line of names");
            mara.looksRight(PICTURES, "import-broken");
            mara.press("Discard this file");

            mara.page().getByLabel("Roster as a CSV file").setInputFiles(COMPANIES);
            mara.press("Look at the columns").sees("companies.csv has 4,021 rows and 11 columns");
            mara.looksRight(PICTURES, "import-columns");
            mara.page().locator("#column-8").selectOption("place");
            mara.press("Try it without storing anything").sees("4,021 new, 0 changed");
            mara.follow("Back to the columns").sees("Joined with the other columns of this meaning");
            PlaywrightAssertions.assertThat(mara.page().locator("#column-8")).hasValue("place");
            mara.page().locator("#column-8").selectOption("-");
            mara.press("Try it without storing anything").sees("4,021 new, 0 changed");
            mara.looksRight(PICTURES, "import-rows");
            mara.follow("Repeated (0)").sees("There are no rows of this kind");
            mara.goTo(mara.page().url().replaceAll("\\?.*", ""));
            mara.press("Leave this row out Line 2").sees("4,020 new").sees("1 left out by you");
            mara.follow("Left out (1)").press("Take this row after all Line 2").sees("4,021 new");
            mara.press("Import 4,021 rows").sees("4,021 new leaders");
            mara.looksRight(PICTURES, "import-done");

            mara.follow("Open the directory").sees("4,021 leaders").sees("Next");
            mara.looksRight(PICTURES, "directory");
            mara.page()
                    .getByLabel("Search by name, organisation, industry, tag or place")
                    .pressSequentially("circuithub");
            mara.sees("Chief executive of CircuitHub");
            PlaywrightAssertions.assertThat(mara.page()).hasURL(Pattern.compile("words=circuithub"));
            PlaywrightAssertions.assertThat(mara.page().locator("#results tbody tr"))
                    .hasCount(1);
            mara.goTo(mara.page().url()).sees("Chief executive of CircuitHub");
            mara.fill("Search by name", "zzz").sees("Nobody matches all of this");
            mara.looksRight(PICTURES, "directory-nothing");
            mara.goTo(mara.page().url().replaceAll("\\?.*", "?words=robotics&size=UP_TO_50&stage=Early&place=london"));
            mara.page().locator("#results tbody a").first().click();
            mara.sees("Nobody has taken this seat yet");
            mara.looksRight(PICTURES, "profile");
            var profile = mara.page().url();
            mara.goTo("/").sees("Form a group in Harbour Circle");
            mara.looksRight(PICTURES, "home");
            assertThat(mara.complaints().stream()
                            .filter(text -> !text.contains("422") && !text.contains("413") && !text.contains("404")))
                    .isEmpty();

            try (var outsider = Visitor.atAPhone("Ivo Outsider", peerage.base())) {
                outsider.enrol(peerage.foundingLink()).goTo(profile).sees("This page is not here");
                outsider.goTo("/networks/none").sees("This page is not here");
            }
        }
    }

    private record Flawed(FilePayload file, String says) {}

    private static final java.util.List<Flawed> FLAWED = java.util.List.of(
            flawed("empty.csv", "", "The file is empty"),
            flawed("book.xlsx", "PK\u0003\u0004\u0000", "This is a spreadsheet, not a CSV file"),
            flawed("picture.csv", "GIF\u0000\u0001", "byte 4 is no character"));

    private static Flawed flawed(String name, String content, String says) {
        return new Flawed(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)), says);
    }

    private static Visitor choose(Visitor visitor, FilePayload file) {
        visitor.page().getByLabel("Roster as a CSV file").setInputFiles(file);
        return visitor;
    }

    private static Visitor choose(Visitor visitor, String name, byte[] content) {
        return choose(visitor, new FilePayload(name, "text/csv", content));
    }
}
