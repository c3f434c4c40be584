package org.peerage.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.ItemByHand;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case is put on the agenda by the chair, read, thought about, answered in turn and closed by what holds.
class CasesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime IN_MARCH = LocalDateTime.parse("2031-03-04T18:00");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aGroupTalksACaseThrough() {
        var here = GroupFixture.aGroup().with(3).inAnOpenRoom();
        var meeting = aMeeting(here);
        var item = added(here, meeting);
        lead(here, meeting, "start");
        while (!isCurrent(meeting, here, item)) {
            lead(here, meeting, "next-all-the-same");
        }

        var before = stage(here.members.getFirst(), meeting, item);
        assertThat(before.select("blockquote").text()).startsWith("At home you are asked");
        assertThat(before.select("#processing button")).isEmpty();
        assertThat(post(here.chair(), item, "begin").page().text()).contains("Read the case aloud.");
        assertThat(post(here.chair(), item, "step", "from", "0", "to", "1")
                        .page()
                        .text())
                .contains("What would I say, in that very moment?", "talking");
        assertThat(post(here.members.getFirst(), item, "step", "from", "1", "to", "2")
                        .status())
                .isEqualTo(409);
        assertThat(post(here.chair(), item, "step", "from", "1", "to", "2").status())
                .isEqualTo(200);
        assertThat(post(here.chair(), item, "step", "from", "2", "to", "3").status())
                .isEqualTo(200);
        assertThat(stage(here.members.getFirst(), meeting, item)
                        .select("[aria-current=step]")
                        .text())
                .startsWith("What holds here");

        lead(here, meeting, "next");
        assertThat(post(here.chair(), item, "step", "from", "3", "to", "2").status())
                .as("the group has gone on")
                .isEqualTo(409);
    }

    @Test
    void withoutARoomThereIsNothingToTalkThrough() {
        var here = GroupFixture.aGroup().with(2);
        var meeting = aMeeting(here);
        assertThat(stage(here.chair(), meeting, added(here, meeting)).text()).contains("once the room is open");
    }

    @Test
    void eachMonthOfAYearHasItsCase() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/cases");
        texts.setDefaultEncoding("UTF-8");
        for (var month = 1; month <= 12; month++) {
            for (var part : new String[] {"cases.story.", "cases.question."}) {
                assertThat(texts.getMessage(part + month, null, java.util.Locale.ROOT))
                        .isNotBlank();
            }
        }
    }

    private MeetingId aMeeting(GroupFixture here) {
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, IN_MARCH, BERLIN, 90, "", ""));
        return as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    private static UUID added(GroupFixture here, MeetingId meeting) {
        assertThat(ItemByHand.added(here.chair(), meeting, "case", 5).status()).isEqualTo(200);
        return ItemByHand.of(here.chair(), meeting, "case");
    }

    private static Document stage(PersonId person, MeetingId meeting, UUID item) {
        return Pages.seenBy(person)
                .fragment("/meetings/" + meeting + "/items/" + item)
                .page();
    }

    private static Pages.Answer post(PersonId person, UUID item, String act, String... fields) {
        var all = new java.util.ArrayList<>(java.util.List.of(fields));
        all.addAll(java.util.List.of("request", Ids.next().toString()));
        return Pages.seenBy(person).post("/processing/" + item + "/" + act, all.toArray(String[]::new));
    }

    private void lead(GroupFixture here, MeetingId meeting, String act) {
        PretendedTime.at(
                IN_MARCH.atZone(BERLIN).toInstant(),
                () -> assertThat(as(
                                here.chair(), () -> peerage.bean(Meetings.class).act(meeting, act, null)))
                        .as(act)
                        .isTrue());
    }

    private boolean isCurrent(MeetingId meeting, GroupFixture here, UUID item) {
        return as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select current_item_id = :item from meetings.shared_meeting where id = :id")
                        .param("item", item)
                        .param("id", meeting.value())
                        .query(Boolean.class)
                        .single());
    }
}
