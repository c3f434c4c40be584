package org.peerage.groups.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// What the room keeps of a member is found on their page, by those in the room and by nobody else.
class MemberPagesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);

    @Test
    void aNameLeadsToWhatTheRoomKeepsOfIt() {
        var id = Ids.next();
        Pages.seenBy(ada)
                .post(
                        "/groups/" + here.group + "/commitments",
                        "due",
                        LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20).toString(),
                        "witness",
                        noor.toString(),
                        "sealed",
                        here.sealed(ada, "commitment", id, Map.of("text", "x")));
        var group = Pages.seenBy(noor).get("/groups/" + here.group).page();
        assertThat(group.select("a[href='" + page(ada) + "']")).hasSize(1);
        var member = Pages.seenBy(noor).get(page(ada)).page();
        assertThat(member.select("sealed-text").eachAttr("data-id")).containsExactly(id.toString());
        assertThat(Pages.seenBy(ada).get(page(noor)).page().text()).contains("Nothing has been written yet");
    }

    @Test
    void nobodyFromOutsideHasAMemberBeforeThem() {
        var stranger = GroupFixture.aGroup().with(2).inAnOpenRoom().members.getFirst();
        var late = here.aMember("Late Example");
        assertThat(Pages.seenBy(stranger).get(page(ada)).status()).isEqualTo(404);
        assertThat(Pages.seenBy(here.convener).get(page(ada)).status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada).get(page(stranger)).status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada).get(page(late)).page().text()).contains("not in the room yet");
        assertThat(Pages.seenBy(here.convener)
                        .get("/groups/" + here.group)
                        .page()
                        .select("a[href*=/members/]"))
                .isEmpty();
    }

    private String page(PersonId person) {
        return "/groups/" + here.group + "/members/" + person;
    }
}
