package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A group has other minutes for a step, or leaves one out, and its next issue goes by that; no other group's does.
class OwnProtocolsTests {

    private final IssueFixture group = new IssueFixture();
    private final String page = "/groups/" + group.here.group + "/protocols";

    @Test
    void theNextIssueGoesByWhatTheGroupHasChanged() {
        assertThat(change(group.chair, "step.clarify", "0", "step.solutions", "20")
                        .status())
                .isEqualTo(302);
        assertThat(shown(group.noor)).contains("Five steps 36 min", "Changed by your group", "left out");
        var item = group.atWork();
        assertThat(steps(item))
                .containsExactly(
                        "Present 3 min", "Find the real issue 8 min", "Share experience 20 min", "Commit 5 min");
        group.step(group.chair, item, 0, 1);
        assertThat(group.step(group.chair, item, 1, 2).status())
                .as("the gate holds all the same")
                .isEqualTo(409);
        group.write(group.ada, item, "issue-real", group.sealed(group.ada, "issue-real", Ids.next()));
        assertThat(group.step(group.chair, item, 1, 2).status()).isEqualTo(200);
        assertThat(group.floor(group.chair).text()).contains("Not heard yet");
        assertThat(change(group.chair).status()).as("in the middle of it").isEqualTo(409);
        assertThat(steps(item)).hasSize(4);
    }

    @Test
    void whatNobodyCouldFollowIsRefusedAndWhatWasTypedStays() {
        var refused = change(group.chair, "step.clarify", "0", "step.root-cause", "0", "step.present", "9");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("[role=alert]").text()).contains("nobody could follow");
        assertThat(refused.page().select("#issues-five-steps-present").val()).isEqualTo("9");
        assertThat(refused.page().select("#issues-five-steps").hasAttr("open")).isTrue();
        for (var wrong : List.of("-1", "241", "ten", "1.5", "")) {
            assertThat(change(group.chair, "step.present", wrong).status()).isEqualTo(409);
        }
        assertThat(shown(group.noor)).doesNotContain("Changed by your group");
    }

    @Test
    void itIsTheChairsToChangeAndOneGroupsAlone() {
        assertThat(change(group.noor, "step.present", "9").status()).isEqualTo(404);
        assertThat(change(group.chair, "step.present", "9").status()).isEqualTo(302);
        var others = GroupFixture.aGroup().with(2).inAnOpenRoom();
        assertThat(Pages.seenBy(others.chair()).get(page).status()).isEqualTo(404);
        assertThat(Pages.seenBy(others.chair())
                        .get("/groups/" + others.group + "/protocols")
                        .page()
                        .text())
                .doesNotContain("Changed by your group");
        assertThat(change(group.chair).status()).isEqualTo(302);
        assertThat(shown(group.noor)).as("as most groups use it").doesNotContain("Changed by your group");
    }

    private Pages.Answer change(PersonId person, String... minutes) {
        return Pages.seenBy(person).post(page + "/issues/five-steps", minutes);
    }

    private String shown(PersonId person) {
        return Pages.seenBy(person).get(page).page().text();
    }

    private List<String> steps(UUID item) {
        return group.stage(group.noor, item).page().select(".steps li").eachText();
    }
}
