package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group met with the printed pack. Whoever led it says so afterwards, and it counts like every other meeting.
class EnteredFromPaperTests extends MeetingOfSix {

    private static final String LINK = "We met on paper";

    @Test
    void whoeverMayLeadIsAskedOnceItsTimeIsOver() {
        var meeting = meetingOf(aDate(240));
        assertThat(page(chair, 100, meeting.address()).text()).doesNotContain(LINK);
        for (var address : List.of(meeting.address(), here.group.address() + "/meetings")) {
            assertThat(page(chair, 300, address).text()).as(address).contains(LINK);
            assertThat(page(member, 300, address).text()).as(address).doesNotContain(LINK);
        }
        var early = at(minute(100), () -> Pages.seenBy(chair).get(meeting.address() + "/entry"));
        assertThat(early.page().select("form[action$=/entry]")).isEmpty();
        assertThat(at(minute(300), () -> Pages.seenBy(member).get(meeting.address() + "/entry"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void itIsARecordLikeEveryOtherAndSaysWhereItCameFrom() {
        var meeting = meetingOf(aDate(240));
        var away = here.members.get(3);
        var form = page(chair, 300, meeting.address() + "/entry");
        assertThat(form.select("#from").val()).isEqualTo("2031-03-04T18:00");
        assertThat(form.select("#to").val()).isEqualTo("2031-03-04T22:00");
        form.select("input[name=there][value=" + away + "]").removeAttr("checked");
        form.select("input[name=late][value=" + member + "]").attr("checked", "");
        form.select("#to").val("2031-03-04T21:30");
        assertThat(enter(chair, meeting, form).at()).endsWith(meeting.address() + "/written");

        var kept = scheduled(meeting);
        assertThat(kept.state()).isEqualTo(ScheduledMeeting.State.CLOSED);
        assertThat(kept.closedHow()).isEqualTo("paper");
        assertThat(kept.closedAt()).isEqualTo(minute(210));
        assertThat(kept.enteredBy()).isEqualTo(chair);
        var record = page(member, 310, meeting.address());
        assertThat(record.text())
                .contains("Entered from paper by", "late")
                .as("who agreed, nobody has dated")
                .doesNotContain("Went on before everybody had agreed", "did not agree");
        assertThat(page(member, 310, here.group.address() + "/meetings").text()).doesNotContain("Not held");
        assertThat(page(away, 310, "/notices").select("li:contains(has met without you on)"))
                .hasSize(1);
        assertThat(page(member, 310, "/notices").text()).doesNotContain("has met without you on");
    }

    @Test
    void ofTwoWhoEnterItOneIsTold() {
        var meeting = meetingOf(aDate(240));
        var first = page(chair, 300, meeting.address() + "/entry");
        var second = page(chair, 300, meeting.address() + "/entry");
        assertThat(enter(chair, meeting, first).status()).isEqualTo(302);
        assertThat(enter(chair, meeting, first).status())
                .as("the same once more")
                .isEqualTo(302);
        var late = enter(chair, meeting, second);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("[role=alert]").text()).contains("stands as held already");
    }

    @Test
    void whatWasFilledInSurvivesAMistake() {
        var meeting = meetingOf(aDate(240));
        var form = page(chair, 300, meeting.address() + "/entry");
        form.select("#to").val("2031-03-04T23:59");
        form.select("input[name=there][value=" + member + "]").removeAttr("checked");
        var told = enter(chair, meeting, form);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.page().select("[role=alert]").text()).contains("Look at the times");
        assertThat(told.page().select("#to").val()).isEqualTo("2031-03-04T23:59");
        assertThat(told.page().select("input[name=there][value=" + member + "][checked]"))
                .isEmpty();
        assertThat(scheduled(meeting).state()).isEqualTo(ScheduledMeeting.State.PLANNED);
    }

    @Test
    void oneThatIsGoingOnOrWasHeldIsNotEntered() {
        var meeting = started();
        assertThat(page(chair, 300, meeting.address() + "/entry").text()).contains("has begun already");
        at(minute(200), () -> act(chair, meeting, "close"));
        assertThat(page(chair, 300, meeting.address() + "/entry").text()).contains("stands as held already");
    }

    @Test
    void whoWasThereIsPutRightAndCountsAnew() {
        var meeting = meetingOf(aDate(240));
        var away = here.members.get(3);
        var entry = page(chair, 300, meeting.address() + "/entry");
        entry.select("input[name=there][value=" + member + "]").removeAttr("checked");
        enter(chair, meeting, entry);
        assertThat(page(member, 310, "/notices").select("li:contains(has met without you on)"))
                .hasSize(1);

        var form = page(chair, 310, meeting.address() + "/entry");
        assertThat(form.select("input[name=there][value=" + member + "][checked]"))
                .as("as it was entered")
                .isEmpty();
        assertThat(form.select("input[name=reached]")).isEmpty();
        form.select("input[name=there][value=" + member + "]").attr("checked", "");
        form.select("input[name=there][value=" + away + "]").removeAttr("checked");
        form.select("#to").val("2031-03-04T21:00");
        var before = enter(chair, meeting, form);
        assertThat(before.status()).isEqualTo(302);
        assertThat(enter(chair, meeting, form).status()).as("twice").isEqualTo(302);

        assertThat(scheduled(meeting).closedAt()).isEqualTo(minute(180));
        var record = page(member, 320, meeting.address());
        assertThat(record.text()).contains("Entered from paper by", "put right by Mara Example");
        assertThat(record.select("ul.people a").eachText())
                .contains(nameOf(member))
                .doesNotContain(nameOf(away));
        assertThat(page(member, 320, "/notices").text()).doesNotContain("has met without you on");
        assertThat(page(away, 320, "/notices").select("li:contains(has met without you on)"))
                .hasSize(1);
    }

    @Test
    void itIsPutRightByThoseWhoMayLeadFromWhatStandsAndForTwoWeeks() {
        var meeting = meetingOf(aDate(240));
        enter(chair, meeting, page(chair, 300, meeting.address() + "/entry"));
        var form = page(chair, 310, meeting.address() + "/entry");
        assertThat(at(minute(310), () -> Pages.seenBy(member).get(meeting.address() + "/entry"))
                        .status())
                .isEqualTo(404);
        form.select("#to").val("2031-03-04T20:00");
        enter(chair, meeting, form);
        var old = form.clone();
        old.select("input[name=request]").val(uuid());
        assertThat(enter(chair, meeting, old).status()).as("an older page").isEqualTo(409);
        var late = page(chair, 15 * 24 * 60 + 400, meeting.address() + "/entry");
        assertThat(late.text()).contains("stands as held already");
        assertThat(late.select("form[action$=/entry]")).isEmpty();
    }

    @Test
    void whoMarkedThemselvesAsHereIsNotTakenAway() {
        var meeting = meetingOf(aDate(240));
        at(minute(-10), () -> act(member, meeting, "arrive"));
        enter(chair, meeting, page(chair, 300, meeting.address() + "/entry"));
        var form = page(chair, 310, meeting.address() + "/entry");
        assertThat(form.select("input[name=there][value=" + member + "]")).isEmpty();
        form.select("input[name=there]").removeAttr("checked");
        assertThat(enter(chair, meeting, form).status()).isEqualTo(302);
        assertThat(page(chair, 320, meeting.address()).select("ul.people a").eachText())
                .containsExactly(nameOf(member));
    }

    @Test
    void theNextOpensFromItAndCalendarsKeepItAfterItWasPutRight() {
        var meeting = meetingOf(aDate(240));
        var next = at(minute(310), () -> meetingOf(aDateAt(minute(28 * 24 * 60))));
        var feed = at(minute(-10), () -> Pages.seenBy(member).post("/calendar")).page();
        var calendar =
                URI.create(feed.expectFirst("input[value*=/calendars/]").val()).getPath();
        assertThat(page(member, 310, next.address()).select("main a[href='" + meeting.address() + "']"))
                .as("it opens from nothing yet")
                .isEmpty();

        enter(chair, meeting, page(chair, 320, meeting.address() + "/entry"));
        var form = page(chair, 330, meeting.address() + "/entry");
        form.select("#to").val("2031-03-04T21:00");
        assertThat(enter(chair, meeting, form).status()).isEqualTo(302);

        assertThat(page(member, 340, next.address()).select("main a[href='" + meeting.address() + "']"))
                .as("the next one opens from it")
                .isNotEmpty();
        assertThat(at(minute(340), () -> Pages.seenBy(member).get(calendar)).body())
                .as("a calendar keeps it as it was set")
                .contains("20310304T")
                .doesNotContain("STATUS:CANCELLED");
    }

    @Test
    void onceTheGroupMeetsAgainNothingIsTakenAnyMore() {
        var meeting = meetingOf(aDate(240));
        enter(chair, meeting, page(chair, 300, meeting.address() + "/entry"));
        var next = at(minute(310), () -> meetingOf(aDateAt(minute(2 * 24 * 60))));
        assertThat(page(member, 320, meeting.address() + "/written").text()).contains("This is taken until");
        at(minute(2 * 24 * 60), () -> act(chair, next, "start"));
        assertThat(page(member, 2 * 24 * 60 + 5, meeting.address() + "/written").text())
                .doesNotContain("This is taken until")
                .contains("until the group begins its next meeting");
        assertThat(page(chair, 2 * 24 * 60 + 5, meeting.address() + "/entry").select("form[action$=/entry]"))
                .isEmpty();
    }

    /// A mean before and after one answer would give that answer away.
    @Test
    void theMeanIsShownWhenNoAnswerIsTakenAnyMore() {
        var meeting = meetingOf(aDate(240));
        enter(chair, meeting, page(chair, 300, meeting.address() + "/entry"));
        var item = as(
                chair,
                () -> store().items(meeting).stream()
                        .filter(one -> one.kind().key().equals("rating"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        for (var person : here.members) {
            assertThat(at(
                                    minute(320),
                                    () -> Pages.seenBy(person)
                                            .post(
                                                    meeting.address() + "/rating",
                                                    "item",
                                                    item.toString(),
                                                    "request",
                                                    uuid(),
                                                    "score",
                                                    "8"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(as(member, () -> mean(meeting))).isEqualTo("5 none");
        assertThat(page(member, 330, meeting.address()).text()).contains("Answers so far: 5");
        assertThat(peerage.asSuperuser("""
                        update meetings.meeting set entered_at = now() - interval '15 days',
                            closed_at = now() - interval '16 days', live_since = now() - interval '17 days' where id = ?
                        """, meeting.value())).isOne();
        assertThat(as(member, () -> mean(meeting))).isEqualTo("5 8.0");
    }

    @Test
    void nobodyEntersItInTheNameOfAnother() {
        var meeting = meetingOf(aDate(240));
        assertThatThrownBy(() -> as(
                        chair,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("""
                                update meetings.meeting set state = 'closed', closed_how = 'paper', entered_by = :other,
                                       entered_at = now(), live_since = now() - interval '2 hours',
                                       closed_at = now() - interval '1 hour' where id = :id
                                """)
                                .param("other", member.value())
                                .param("id", meeting.value())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private String nameOf(PersonId person) {
        return here.seenBy(chair).nameOf(person);
    }

    private static Document page(PersonId person, int minute, String address) {
        return at(minute(minute), () -> Pages.seenBy(person).get(address)).page();
    }

    private static Pages.Answer enter(PersonId person, MeetingId meeting, Document form) {
        var fields = new ArrayList<String>();
        for (var input : form.select("form[action$=/entry] input")) {
            if (!input.attr("type").equals("checkbox") || input.hasAttr("checked")) {
                fields.add(input.attr("name"));
                fields.add(input.val());
            }
        }
        return at(
                minute(305),
                () -> Pages.seenBy(person).post(meeting.address() + "/entry", fields.toArray(String[]::new)));
    }
}
