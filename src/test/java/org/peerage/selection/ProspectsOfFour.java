package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.ProfileId;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Four people in an open room who name somebody, and take the steps.
abstract class ProspectsOfFour {

    final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    final PersonId ada = here.members.get(0);
    final PersonId noor = here.members.get(1);
    final PersonId ola = here.members.get(2);
    final String list = "/groups/" + here.group + "/prospects";

    ProspectId named(PersonId by, ProfileId profile) {
        var id = Ids.next();
        assertThat(Pages.seenBy(by)
                        .post(list, "profile", profile.toString(), "sealed", why(by, id))
                        .at())
                .isEqualTo(list);
        return new ProspectId(id);
    }

    String why(PersonId by, UUID id) {
        return here.sealed(by, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
    }

    int act(PersonId by, ProspectId id, String act, String seen) {
        return Pages.seenBy(by)
                .post(list + "/" + id + "/acts/" + act, "seen", seen)
                .status();
    }

    int panel(PersonId by, ProspectId id, PersonId... people) {
        return Pages.seenBy(by)
                .post(
                        list + "/" + id + "/panel",
                        Stream.of(people)
                                .flatMap(person -> Stream.of("people", person.toString()))
                                .toArray(String[]::new))
                .status();
    }

    Document page(PersonId person, ProspectId id) {
        return Pages.seenBy(person).get(list + "/" + id).page();
    }
}
