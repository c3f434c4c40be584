package org.peerage.issues;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;

/// Somebody opens the room and prints a meeting: the words are on the sheets, which fit A4 and Letter.
class MeetingOnPaperJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void theWordsAreOnTheSheetsOnceTheRoomIsOpenAndStandInTheRecordAfterwards() throws SQLException {
        var group = new IssueFixture();
        var here = group.here;
        try (var theo =
                Visitor.atALaptop("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            theo.goTo("/meetings/" + group.meeting + "/issue").opensTheRoom();
            theo.fill("The issue in one sentence", "Mill or harbour?");
            theo.press("Share it with the group").sees("Shared with your group");
            theo.goTo("/meetings/" + group.meeting).follow("On paper").opensTheRoom();
            assertThat(theo.page().locator("h4.stated")).hasText("Mill or harbour?");
            theo.looksRight(PICTURES, "on-paper");

            theo.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            // A4 and Letter at 96 to the inch, less the margins of base.css.
            for (var width : List.of(680, 702)) {
                theo.page().setViewportSize(width, 1000);
                assertThat((Integer) theo.page().evaluate("() => document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                assertThat((Boolean) theo.page()
                                .evaluate("() => [...document.querySelectorAll('.sheet.wide thead th')]"
                                        + ".every(column => column.offsetWidth > 60)"))
                        .as("a column into which one can write, on a sheet of %d", width)
                        .isTrue();
            }
            assertThat(theo.page().locator(".confidential")).isVisible();
            assertThat(theo.page().locator(".on-screen")).isHidden();
            for (var format : List.of("A4", "Letter")) {
                assertThat(theo.page().pdf(new Page.PdfOptions().setFormat(format)))
                        .hasSizeGreaterThan(10_000);
            }
            theo.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            promisesAfterwards(group, theo);
            assertThat(theo.complaints()).isEmpty();
        }
    }

    /// The group has met with them; what is on them is written down at home.
    private static void promisesAfterwards(IssueFixture group, Visitor theo) throws SQLException {
        group.changes("update meetings.meeting set starts_at = starts_at - interval '6 hours' where id = ?");
        group.enteredFromPaper();
        theo.goTo("/meetings/" + group.meeting).opensTheRoom().follow("Write down what is on your sheets");
        theo.sees("This is taken until")
                .page()
                .locator("nav.tabs a", new Page.LocatorOptions().setHasText("Theo"))
                .click();
        theo.sees("Mill or harbour?");
        theo.looksRight(PICTURES, "written-afterwards");
        theo.fill("What will I do?", "Ask the mill for its price");
        theo.page().getByLabel("Who follows up with me?").selectOption(new SelectOption().setLabel("Member 2"));
        theo.press("Commit to it").sees("Ask the mill for its price");
        theo.fill("What was this worth to you? 1 to 10", "8");
        theo.press("Close the issue").sees("This issue is closed");
        theo.follow("To the record of this meeting")
                .sees("Ask the mill for its price")
                .sees("Entered from paper by");
        theo.looksRight(PICTURES, "record-from-paper");
    }
}
