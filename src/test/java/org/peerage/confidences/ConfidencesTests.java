package org.peerage.confidences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A word is taken for whoever chairs by the ledger, and by nobody else can it be said to be read.
class ConfidencesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String list = "/groups/" + here.group + "/confidences";

    @Test
    void aWordThatIsSentTwiceIsToldOnceAndReadByTheChair() {
        var id = Ids.next();
        var sealed = sealedFor(ada, List.of(here.chair()), id);
        assertThat(Pages.seenBy(ada).post(list, "sealed", sealed).at()).isEqualTo(list);
        assertThat(Pages.seenBy(ada).post(list, "sealed", sealed).at()).isEqualTo(list);
        assertThat(seenBy(here.chair())).containsExactly("New");
        Pages.seenBy(here.chair()).post(list + "/" + id + "/answered");
        Pages.seenBy(here.chair()).post(list + "/" + id + "/read");
        assertThat(seenBy(here.chair())).as("what was answered stays so").containsExactly("Answered");
        assertThat(seenBy(ada)).containsExactly("Answered");
        assertThat(seenBy(noor)).isEmpty();
    }

    @Test
    void aWordForAnybodyElseIsNotTaken() {
        refused(ada, sealedFor(ada, List.of(noor), Ids.next()), "no-reader");
        refused(ada, sealedFor(ada, List.of(ada), Ids.next()), "no-reader");
        refused(here.chair(), sealedFor(here.chair(), List.of(here.chair()), Ids.next()), "no-reader");
        refused(ada, sealedFor(ada, List.of(here.chair(), noor), Ids.next()), "unexpected-kind");
        refused(ada, here.sealed(ada, "update", Ids.next(), Map.of("text", "for all")), "unexpected-kind");
        refused(ada, "", "text-missing");
        refused(ada, "[{}]", "malformed");
    }

    @Test
    void nobodyButItsReaderSaysThatItWasRead() {
        var id = Ids.next();
        Pages.seenBy(ada).post(list, "sealed", sealedFor(ada, List.of(here.chair()), id));
        for (var other : List.of(ada, noor, here.convener)) {
            assertThat(Pages.seenBy(other).post(list + "/" + id + "/read").status())
                    .isEqualTo(404);
        }
        assertThat(seenBy(here.chair())).containsExactly("New");
    }

    private void refused(PersonId person, String sealed, String reason) {
        assertThat(Pages.seenBy(person).post(list, "sealed", sealed).body())
                .isEqualTo("{\"reason\":\"" + reason + "\"}");
        assertThat(seenBy(here.chair())).isEmpty();
    }

    private List<String> seenBy(PersonId person) {
        return Pages.seenBy(person).get(list).page().select("#confidences .tag").eachText();
    }

    private String sealedFor(PersonId author, List<PersonId> readers, UUID id) {
        return here.sealedFor(author, readers, new KeyholderRoom.About("confidence", id, id), Map.of("text", "x"));
    }
}
