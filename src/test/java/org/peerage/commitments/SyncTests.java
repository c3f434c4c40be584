package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Whether a commitment still leads to its goal is said by its owner and its witness, and heard by nobody else.
class SyncTests {

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId other = here.members.get(2);
    private final String list = "/groups/" + here.group + "/commitments";

    @Test
    void eachOfTheTwoSaysItForThemselvesAndNobodyElseHears() {
        var promise = aCommitment(aGoal());
        assertThat(say(ada, promise, "leads-there").at()).isEqualTo(list);
        assertThat(say(noor, promise, "leads-elsewhere").at()).isEqualTo(list);
        assertThat(text(ada)).contains("You: leads there", "Member 2: leads elsewhere");
        assertThat(text(noor)).contains("You: leads elsewhere", "Member 1: leads there");
        assertThat(text(other)).doesNotContain("leads there", "leads elsewhere");
        assertThat(say(other, promise, "leads-there").status()).isEqualTo(404);
        say(noor, promise, "leads-there");
        assertThat(text(noor)).as("thought again").contains("You: leads there");
    }

    @Test
    void whatServesNoGoalIsNotAskedAbout() {
        var promise = aCommitment(null);
        assertThat(text(ada)).doesNotContain("Does it still lead to the goal?");
        assertThat(say(ada, promise, "leads-there").status()).isEqualTo(404);
    }

    private String text(PersonId person) {
        return Pages.seenBy(person).get(list).page().text();
    }

    private static Pages.Answer say(PersonId person, UUID promise, String what) {
        return Pages.seenBy(person).post("/commitments/" + promise + "/" + what);
    }

    private UUID aGoal() {
        var id = Ids.next();
        Pages.seenBy(ada)
                .post(
                        "/groups/" + here.group + "/goals",
                        "by",
                        LocalDate.now(ZoneOffset.UTC).plusDays(90).toString(),
                        "sealed",
                        here.sealed(ada, new KeyholderRoom.About("goal", id, id), Map.of("text", "Be home by seven.")));
        return id;
    }

    private UUID aCommitment(@Nullable UUID goal) {
        var id = Ids.next();
        assertThat(Pages.seenBy(ada)
                        .post(
                                list,
                                "due",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                                "witness",
                                noor.toString(),
                                "goal",
                                goal == null ? "" : goal.toString(),
                                "sealed",
                                here.sealed(ada, "commitment", id, Map.of("text", "Leave at six on Tuesdays.")))
                        .at())
                .isEqualTo(list);
        return id;
    }
}
