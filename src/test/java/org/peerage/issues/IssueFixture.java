package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group of three in an open room, with a meeting that is about to start, and the issue that one of them brings.
final class IssueFixture {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    static final RunningPeerage PEERAGE = RunningPeerage.shared();

    final GroupFixture here;
    final PersonId chair;
    final PersonId ada;
    final PersonId noor;
    final MeetingId meeting;

    IssueFixture() {
        this(GroupFixture.aGroup().with(3));
    }

    /// With the terms that its charter has been given.
    IssueFixture(GroupFixture three) {
        here = three.inAnOpenRoom();
        chair = here.chair();
        ada = here.members.get(0);
        noor = here.members.get(1);
        meeting = aMeeting();
    }

    private MeetingId aMeeting() {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(chair, () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        return as(chair, () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    /// Notes are for Ada, who presents; everything else is for the room.
    String sealed(PersonId author, String kind, UUID record) {
        return sealed(author, kind, record, "text");
    }

    String sealed(PersonId author, String kind, UUID record, String part) {
        var words = Map.of(part, "The lighthouse keeper wants to leave.");
        if (kind.equals("issue")) {
            return here.sealed(author, new KeyholderRoom.About(kind, record, record), words);
        }
        var text = new KeyholderRoom.About(kind, record, about(kind, record));
        return kind.equals("issue-note")
                ? here.sealedFor(author, List.of(ada), text, words)
                : here.sealed(author, text, words);
    }

    /// What a page would say that a text is about.
    private UUID about(String kind, UUID record) {
        return Set.of("issue", "commitment").contains(kind) ? record : issue().orElse(record);
    }

    /// The one issue of the group.
    Optional<UUID> issue() {
        return as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from issues.issue where group_id = :group")
                        .param("group", here.group.value())
                        .query(UUID.class)
                        .optional());
    }

    Pages.Answer prepare(PersonId person, String sealed) {
        return prepare(person, sealed, "kind", "decision", "minutes", "36");
    }

    Pages.Answer prepare(PersonId person, String sealed, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("sealed", sealed));
        return Pages.seenBy(person).post("/meetings/" + meeting + "/issue", all.toArray(String[]::new));
    }

    /// The id of the one issue that Ada has prepared, as her page links to it.
    String preparedByAda() {
        return Pages.seenBy(ada)
                .get("/meetings/" + meeting + "/issue")
                .page()
                .select("a[href*='issue=']")
                .attr("href")
                .replaceAll(".*issue=", "");
    }

    Pages.Answer change(PersonId person, String issue, String sealed) {
        return Pages.seenBy(person)
                .post(
                        "/meetings/" + meeting + "/issue",
                        "issue",
                        issue,
                        "kind",
                        "problem",
                        "minutes",
                        "45",
                        "sealed",
                        sealed);
    }

    /// Shares an issue, starts the meeting and goes to it; ends at the item that holds it, with its first step begun.
    UUID atWork() {
        return atWork("decision");
    }

    UUID atWork(String kind) {
        prepare(ada, sealed(ada, "issue", Ids.next(), "title"), "kind", kind, "minutes", "36");
        var item = begun();
        begin(chair, item);
        return item;
    }

    /// Starts the meeting and goes to the item that holds the issue.
    UUID begun() {
        lead("start");
        var item = issueItem();
        while (!item.equals(current())) {
            lead("next-all-the-same");
        }
        return item;
    }

    UUID issueItem() {
        return as(
                chair,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "select id from meetings.shared_item where meeting_id = :meeting and subject_id is not null")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
    }

    String state(UUID item) {
        return as(
                chair,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select state from meetings.shared_item where id = :item")
                        .param("item", item)
                        .query(String.class)
                        .single());
    }

    UUID current() {
        return as(
                chair,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select current_item_id from meetings.shared_meeting where id = :meeting")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
    }

    /// The chair leads the meeting; false where that is refused.
    boolean lead(String act) {
        return as(chair, () -> PEERAGE.bean(Meetings.class).act(meeting, act, null));
    }

    /// What somebody's page shows of the floor.
    Document floor(PersonId person) {
        return Pages.seenBy(person).get("/meetings/" + meeting + "/live").page();
    }

    /// Somebody presses a button of their own, and sees this.
    Document marks(PersonId person, String act) {
        var answer = Pages.seenBy(person)
                .post("/meetings/" + meeting + "/acts/" + act, "version", "0", "request", "" + UUID.randomUUID());
        assertThat(answer.status()).isBetween(200, 303);
        return floor(person);
    }

    String nameOf(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(Circles.class).of(here.group).orElseThrow().nameOf(person));
    }

    void arrive(PersonId person) {
        assertThat(as(person, () -> PEERAGE.bean(Meetings.class).act(meeting, "arrive", null)))
                .isTrue();
    }

    Pages.Answer commit(PersonId person, UUID item, PersonId witness, String... more) {
        var fields = new ArrayList<>(List.of(
                "item",
                "" + item,
                "due",
                LocalDate.now(ZONE).plusDays(20).toString(),
                "witness",
                "" + witness,
                "sealed",
                sealed(person, "commitment", Ids.next())));
        fields.addAll(List.of(more));
        return Pages.seenBy(person).post("/groups/" + here.group + "/commitments", fields.toArray(String[]::new));
    }

    Pages.Answer begin(PersonId person, UUID item) {
        return Pages.seenBy(person).post("/processing/" + item + "/begin", "request", "" + UUID.randomUUID());
    }

    Pages.Answer step(PersonId person, UUID item, int from, int to) {
        return step(person, item, from, to, UUID.randomUUID());
    }

    Pages.Answer step(PersonId person, UUID item, int from, int to, UUID request) {
        return Pages.seenBy(person)
                .post("/processing/" + item + "/step", "from", "" + from, "to", "" + to, "request", "" + request);
    }

    void goTo(UUID item, int step) {
        for (var from = 0; from < step; from++) {
            if (from == 2) {
                write(ada, item, "issue-real", sealed(ada, "issue-real", Ids.next()));
            }
            step(chair, item, from, from + 1);
        }
    }

    Pages.Answer write(PersonId person, UUID item, String kind, String sealed) {
        return Pages.seenBy(person).post("/processing/" + item + "/captures/" + kind, "sealed", sealed);
    }

    Pages.Answer close(PersonId person, UUID item, String... value) {
        return Pages.seenBy(person).post("/issues/" + item + "/close", value);
    }

    Pages.Answer stage(PersonId person, UUID item) {
        return Pages.seenBy(person).get("/processing/" + item);
    }

    /// The text that stands for the one issue of the group as its real one, or as why nothing follows from it.
    UUID named(PersonId person, String kind) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select record_id from processing.capture where group_id = :group and kind = :kind")
                        .param("group", here.group.value())
                        .param("kind", kind)
                        .query(UUID.class)
                        .single());
    }

    /// Whoever chairs says that the meeting was held on paper, or puts it right, and that everybody else was there.
    Pages.Answer enteredFromPaper(PersonId... away) {
        var address = "/meetings/" + meeting + "/entry";
        var form = Pages.seenBy(chair).get(address).page();
        form.select("input[name=there]").attr("checked", "");
        for (var person : away) {
            form.select("input[name=there][value=" + person + "]").removeAttr("checked");
        }
        var fields = new ArrayList<String>();
        for (var input : form.select("form[action$=/entry] input")) {
            if (!input.attr("type").equals("checkbox") || input.hasAttr("checked")) {
                fields.add(input.attr("name"));
                fields.add(input.val());
            }
        }
        var answer = Pages.seenBy(chair).post(address, fields.toArray(String[]::new));
        assertThat(answer.status()).isEqualTo(302);
        return answer;
    }

    /// Changes the one row of the meeting, as time would.
    void changes(String change) {
        assertThat(PEERAGE.asSuperuser(change, meeting.value())).isOne();
    }

    /// What the one issue of the group was worth to its presenter.
    Integer value(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select value from issues.issue where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }

    int rows(PersonId person, String table) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from " + table + " where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }

    /// Somebody has followed the meeting on a screen until then, in seconds from now, and not since.
    void follows(PersonId person, int until) {
        assertThat(PEERAGE.asSuperuser("""
                        insert into live.presence (topic_id, person_id, seen_at)
                        values (?, ?, now() + make_interval(secs => ?))
                        on conflict (topic_id, person_id) do update set seen_at = excluded.seen_at
                        """, meeting.value(), person.value(), until))
                .isOne();
    }
}
