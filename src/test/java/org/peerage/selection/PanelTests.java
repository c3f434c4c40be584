package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Two or three meet somebody for the group, and what each of them found the others do not read.
class PanelTests extends ProspectsOfFour {

    @Test
    void aPanelIsTwoOrThreeInTheRoomAndNeverTheChair() {
        var id = named(ada, here.aSpareLeader());
        assertThat(panel(ada, id, ada, noor)).as("too early").isEqualTo(422);
        act(ada, id, "screen", "nominated");
        assertThat(panel(ada, id, ada)).isEqualTo(422);
        assertThat(panel(ada, id, ada, here.chair())).isEqualTo(422);
        assertThat(panel(noor, id, ada, noor)).isEqualTo(404);
        assertThat(panel(ada, id, ada, noor)).isEqualTo(302);
        assertThat(page(ola, id).select("section[aria-labelledby=panel] li").eachText())
                .containsExactlyInAnyOrder("Member 1 has still to meet them", "Member 2 has still to meet them");
        assertThat(panel(ada, id, noor, ola)).isEqualTo(302);
        assertThat(page(ola, id)
                        .select("section[aria-labelledby=panel] > ul > li")
                        .eachText())
                .containsExactlyInAnyOrder("Member 2 has still to meet them", "Member 3 has still to meet them");
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).doesNotContain("You are asked to meet");
        assertThat(Pages.seenBy(ola).get("/notices").page().text())
                .contains("You are asked to meet somebody who may join Tuesday Circle.");
    }

    @Test
    void aScorecardIsForTheChairAndItsWriterAlone() {
        var id = named(ada, here.aSpareLeader());
        act(ada, id, "screen", "nominated");
        panel(ada, id, noor, ola);
        assertThat(page(noor, id).select("form[data-kind=scorecard]").attr("data-readers"))
                .isEqualTo("chair writer:" + noor);
        assertThat(page(ada, id).select("form[data-kind=scorecard]")).isEmpty();
        var card = Ids.next();
        var sealed = card(noor, id, card, noor, here.chair());
        for (var again = 0; again < 2; again++) {
            assertThat(score(noor, id, sealed).status()).isEqualTo(302);
        }
        assertThat(page(here.chair(), id).select("#card-" + card + " sealed-text"))
                .hasSize(5);
        assertThat(page(noor, id).select("#card-" + card + " sealed-text")).hasSize(5);
        for (var other : List.of(ada, ola)) {
            assertThat(page(other, id).select("[id^=card-]")).isEmpty();
            assertThat(page(other, id).text()).contains("Member 2 has said what they found");
        }
        assertThat(page(noor, id).select("form[data-kind=scorecard]"))
                .as("once")
                .isEmpty();
        assertThat(panel(ada, id, ada, ola)).as("whoever has said it stays").isEqualTo(302);
        assertThat(page(ada, id).text()).contains("Member 2 has said what they found");
        assertThat(score(ada, id, card(ada, id, Ids.next(), ada, noor)).body())
                .as("not for the chair")
                .isEqualTo("{\"reason\":\"no-reader\"}");
    }

    private Pages.Answer score(PersonId by, ProspectId id, String sealed) {
        return Pages.seenBy(by).post(list + "/" + id + "/scorecard", "sealed", sealed);
    }

    private String card(PersonId by, ProspectId id, UUID card, PersonId... readers) {
        return here.sealedFor(
                by,
                List.of(readers),
                new KeyholderRoom.About("scorecard", card, id.value()),
                Map.of("fits", "3", "brings", "4", "candid", "2", "committed", "4", "reason", "x"));
    }
}
