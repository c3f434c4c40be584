package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.peerage.Pages;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.ProfileId;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Four people in an open room who name somebody, and take the steps.
abstract class ProspectsOfFour {

    final GroupFixture here =
            GroupFixture.aGroup().with(4).choosing("visit", "free").inAnOpenRoom();
    final BallotFixture ballots = new BallotFixture(here);
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

    void toTheBallot(ProspectId id) {
        assertThat(act(ada, id, "screen", "nominated")).isEqualTo(302);
        assertThat(panel(ada, id, ada, noor)).isEqualTo(302);
        assertThat(act(ada, id, "ask-to-visit", "panel")).isEqualTo(302);
        assertThat(act(ada, id, "call-ballot", "visit")).isEqualTo(302);
    }

    Pages.Answer opens(PersonId by, ProspectId id) {
        return Pages.seenBy(by).post(list + "/" + id + "/ballot");
    }

    /// As the candidate's page shows it to somebody who has a vote.
    BallotFixture.Asked asked(PersonId by, ProspectId id) {
        var link = page(by, id)
                .expectFirst("a[href^=/groups/" + here.group + "/ballots/]")
                .attr("href");
        return ballots.asked(by, UUID.fromString(link.substring(link.lastIndexOf('/') + 1)));
    }

    /// All four vote, and two count.
    BallotFixture.Asked vote(ProspectId id, int against) {
        assertThat(opens(here.chair(), id).status()).isEqualTo(302);
        var asked = asked(noor, id);
        var voters = List.of(noor, ada, ola, here.chair());
        for (var voter = 0; voter < voters.size(); voter++) {
            assertThat(ballots.vote(asked, voters.get(voter), voter < against ? "no" : "yes"))
                    .isEqualTo("in");
        }
        count(asked, against);
        return asked;
    }

    void count(BallotFixture.Asked asked, int against) {
        for (var counting : List.of(noor, ola)) {
            assertThat(ballots.count(asked, counting, 4 - against, against, 0)).isEqualTo(204);
        }
    }

    Document page(PersonId person, ProspectId id) {
        return Pages.seenBy(person).get(list + "/" + id).page();
    }
}
