package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;

/// One's name is one name everywhere, and its owner changes it.
class OneNameTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void whoChangesTheirNameIsCalledSoInEveryPlace() {
        var here = GroupFixture.aGroup().with(1);
        var theo = Caller.enrolled(peerage, "Theo Brannigan");
        here.seat(theo.person(), "Theo Brannigan");
        var directory = "/networks/" + here.network + "/directory?words=";

        assertThat(theo.post("/keys/name", Map.of("name", " ")).statusCode()).isEqualTo(422);
        theo.post("/keys/name", Map.of("name", "Theo Vance"));

        assertThat(theo.page("/keys").select("header").text()).contains("Theo Vance");
        assertThat(as(here.chair(), () -> here.seenBy(here.chair()).nameOf(theo.person())))
                .isEqualTo("Theo Vance");
        var convener = Pages.seenBy(here.convener);
        assertThat(convener.get(directory + "Vance").page().select("#results").text())
                .contains("Theo Vance");
        assertThat(convener.get(directory + "Brannigan")
                        .page()
                        .select("#results")
                        .text())
                .doesNotContain("Theo");
    }

    @Test
    void theNameInOnesProfileIsTheSameName() {
        var here = GroupFixture.aGroup().with(1);
        var theo = Caller.enrolled(peerage, "Theo Brannigan");
        here.seat(theo.person(), "Theo Brannigan");
        var profile = "/networks/" + here.network + "/profile";
        var version = theo.page(profile).expectFirst("[name=version]").val();

        theo.post(profile, Map.of("version", version, "name", "Theo Vance"));

        assertThat(theo.page("/keys").select("header, #name").outerHtml())
                .contains("Theo Vance")
                .doesNotContain("Brannigan");
        assertThat(here.seenBy(here.chair()).nameOf(theo.person())).isEqualTo("Theo Vance");
    }
}
