package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Commitments made in a browser: one press is one commitment, and every commitment has words of its own.
class CommitmentJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final GroupFixture HERE = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private static final Visitor THEO = Visitor.atALaptop("Theo Brannigan", PEERAGE.base());

    static {
        HERE.seat(THEO);
    }

    private int before;

    @AfterAll
    static void goHome() {
        THEO.close();
    }

    @BeforeEach
    void theoOpensTheList() {
        THEO.goTo(list()).opensTheRoom();
        before = commitments().size();
    }

    @Test
    void twoPromisesOneAfterTheOtherFromTheSamePageAreTwo() {
        commit(THEO.page(), "Call the harbour master");
        THEO.page().locator(".said").getByText("Call the harbour master").waitFor();
        commit(THEO.page(), "Sell the second boat");
        THEO.page().locator(".said").getByText("Sell the second boat").waitFor();
        assertThat(commitments()).hasSize(before + 2);
        THEO.goTo(list());
        THEO.page().locator(".said").getByText("Call the harbour master").waitFor();
        THEO.page().locator(".said").getByText("Sell the second boat").waitFor();
    }

    @Test
    void aDoublePressMakesOneCommitment() {
        fill(THEO.page(), "Write to the bank");
        THEO.page()
                .getByText("Commit to it", new Page.GetByTextOptions().setExact(true))
                .dblclick();
        THEO.page().locator(".said").getByText("Write to the bank").waitFor();
        THEO.goTo(list());
        THEO.page().locator(".said").getByText("Write to the bank").waitFor();
        assertThat(commitments()).hasSize(before + 1);
    }

    @Test
    void twoWindowsMakeACommitmentEach() {
        var other = THEO.page().context().newPage();
        try {
            other.navigate(PEERAGE.base() + list());
            other.getByText("The room is open on this device.").waitFor();
            commit(THEO.page(), "Visit the yard");
            commit(other, "Measure the mast");
            THEO.page().locator(".said").getByText("Visit the yard").waitFor();
            other.locator(".said").getByText("Measure the mast").waitFor();
            other.locator(".said").getByText("Visit the yard").waitFor();
        } finally {
            other.close();
        }
        assertThat(commitments()).hasSize(before + 2);
    }

    private static void commit(Page page, String words) {
        fill(page, words);
        page.getByText("Commit to it", new Page.GetByTextOptions().setExact(true))
                .click();
    }

    private static void fill(Page page, String words) {
        page.locator("form[data-kind=commitment] textarea").fill(words);
        page.getByLabel("Who follows up with me?").selectOption(new SelectOption().setLabel("Member 1"));
    }

    private static List<Commitment> commitments() {
        return as(HERE.chair(), () -> PEERAGE.bean(CommitmentStore.class).of(HERE.group));
    }

    private static String list() {
        return "/groups/" + HERE.group + "/commitments";
    }
}
