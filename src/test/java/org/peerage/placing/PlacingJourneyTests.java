package org.peerage.placing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.identity.PersonalLinks;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;

/// A newcomer finds a group: from the directory's entry to a seat, and from a group to whoever suits it.
class PlacingJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aConvenerPlacesALeaderAndLooksForMore() {
        try (var convener = Visitor.atALaptop("Carla Convener", peerage.base())) {
            var link = Acting.asProgram(
                    "sign-in",
                    () -> peerage.bean(PersonalLinks.class).issue("networks.found", Ids.next(), "", "/keys"));
            convener.enrol(link.url());
            var person = convener.person();
            var network = NetworkFixture.aNetworkOf(person);
            NetworkFixture.imported(person, network, """
                    company,industry,size,stage,city
                    Beacon Mills,Paper,120,Growth,Porto
                    Harbour Works,Ships,90,Growth,Lisbon
                    Field and Oven,Bread,150,Growth,Faro
                    Quiet Looms,Cloth,110,Growth,Porto
                    Tiny Kiln,Clay,2,Early,Porto
                    """);
            convener.goTo("/networks/" + network + "/groups/new").fill("Name", "Tuesday Circle");
            convener.page().locator("input[name=profile]").all().forEach(Locator::uncheck);
            convener.fill("At least", "2").press("Form the group").sees("Seats of Tuesday Circle");
            var seats = convener.page().url();
            for (var organisation : List.of("Beacon", "Harbour")) {
                convener.fill("Words to look for", organisation).press("Search");
                convener.page().getByText("Give a seat").first().click();
            }

            convener.goTo("/networks/" + network + "/directory?q=quiet").follow("Chief executive of Quiet Looms");
            convener.follow("Which group suits them").sees("A group for Chief executive of Quiet Looms");
            convener.sees("2 seats taken").sees("The group fits at").sees("Fits the others at");
            convener.looksRight(PICTURES, "placing-groups");
            convener.page().getByText("Pick for this group").first().click();
            convener.sees("Seats of Tuesday Circle").sees("Quiet Looms");

            convener.goTo(seats.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", ""));
            convener.follow("Who would suit this group").sees("Who would suit Tuesday Circle");
            convener.sees("Field and Oven").sees("Tiny Kiln");
            convener.looksRight(PICTURES, "placing-candidates");
            convener.fill("How does somebody fit?", "kiln").press("Look").sees("Those you asked for");
            convener.looksRight(PICTURES, "placing-asked");
            convener.page().getByText("Pick for this group").last().click();
            convener.sees("Seats of Tuesday Circle");

            assertThat(convener.complaints()).isEmpty();
        }
    }
}
