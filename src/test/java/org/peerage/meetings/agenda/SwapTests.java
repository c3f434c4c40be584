package org.peerage.meetings.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two presenters change with each other by one act of each; somebody who drops out is replaced in one press.
class SwapTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private final LocalDateTime start =
            LocalDateTime.ofInstant(Instant.now(), ZONE).plusDays(3);

    private final GroupFixture here = GroupFixture.aGroup().with(5).inAnOpenRoom();
    private final PersonId first = here.members.get(0);
    private final PersonId second = here.members.get(1);
    private final PersonId waiting = here.members.get(2);
    private final String meeting = aMeeting();

    SwapTests() {
        parked(first, 9);
        parked(second, 6);
        parked(waiting, 3);
        assertThat(presenters()).containsExactly("Member 1", "Member 2");
    }

    @Test
    void oneAsksTheOtherAgreesAndPresentsInstead() {
        assertThat(ask(first, waiting).status()).isEqualTo(200);
        assertThat(presenters()).as("nothing changes before both want it").containsExactly("Member 1", "Member 2");
        assertThat(told(waiting)).contains("Member 1 asks you to change with them");
        assertThat(page(second).text()).doesNotContain("has asked");
        assertThat(page(here.chair()).text()).contains("Member 1 has asked Member 3");

        var subject = subject(waiting, "agree");
        assertThat(press(waiting, "agree").status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 3", "Member 2");
        assertThat(page(second).text())
                .contains("Member 3 presents this time instead of Member 1")
                .contains("because two presenters have changed with each other");
        assertThat(told(waiting)).as("what is answered is asked no more").doesNotContain("asks you to change");
        for (var person : List.of(first, here.chair())) {
            assertThat(told(person)).contains("Member 1 and Member 3 have changed with each other");
        }
        assertThat(post(waiting, "agree", "subject", subject).status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void whatWasAgreedStaysWhenTheAgendaIsKeptAndWhenItIsMadeAnew() {
        ask(first, waiting);
        press(waiting, "agree");
        assertThat(press(here.chair(), "approve").status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 3", "Member 2");
        assertThat(post(here.chair(), "format", "format", "forum-4h").status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 3", "Member 2");
    }

    @Test
    void twoWhoBothStandHereTakeEachOthersPlace() {
        press(here.chair(), "approve");
        ask(first, second);
        press(second, "agree");
        assertThat(presenters()).containsExactly("Member 2", "Member 1");
        assertThat(page(waiting).text()).contains("Member 1 and Member 2 have taken each other’s place");
        var place = page(here.chair())
                .select(".agenda-item form[action$=up] [name=position]")
                .eachAttr("value")
                .getLast();
        assertThat(post(here.chair(), "minutes", "position", place, "minutes", "9")
                        .status())
                .isEqualTo(200);
        assertThat(presenters())
                .as("and are not changed back by a change by hand")
                .containsExactly("Member 2", "Member 1");
    }

    @Test
    void whoeverDeclinesChangesNothingAndWhatIsTakenBackCannotBeAgreedTo() {
        ask(first, waiting);
        assertThat(press(waiting, "decline").status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 1", "Member 2");
        assertThat(told(first)).contains("Member 3 would rather not change with you");

        ask(first, second);
        var subject = subject(second, "agree");
        assertThat(press(first, "withdraw").status()).isEqualTo(200);
        assertThat(told(second)).doesNotContain("asks you to change");
        assertThat(post(second, "agree", "subject", subject).status()).isEqualTo(409);
        assertThat(presenters()).containsExactly("Member 1", "Member 2");
    }

    @Test
    void nobodyAgreesForAnother() {
        ask(first, waiting);
        var subject = subject(waiting, "agree");
        for (var other : List.of(first, second, here.chair())) {
            assertThat(post(other, "agree", "subject", subject).status()).isEqualTo(409);
        }
        assertThat(presenters()).containsExactly("Member 1", "Member 2");
        for (var other : List.of(second, here.chair())) {
            assertThat(as(other, this::agreeing)).isZero();
        }
        assertThatThrownBy(() -> as(first, this::agreeing)).hasStackTraceContaining("row-level security");
        assertThat(post(second, "swap", "position", place(first), "with", "" + waiting)
                        .status())
                .as("nobody asks for another")
                .isEqualTo(409);
    }

    @Test
    void theNeighbourAndTheConvenerSeeNothingOfIt() {
        ask(first, waiting);
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        for (var stranger : List.of(elsewhere.chair(), here.convener)) {
            assertThat(as(stranger, this::rows)).isZero();
            assertThat(post(stranger, "agree", "subject", subject(waiting, "agree"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(as(second, this::rows)).isOne();
    }

    @Test
    void anHourBeforeTheMeetingTheNextInTheQueueTakesThePlaceOfWhoeverHasDroppedOut() {
        press(here.chair(), "approve");
        PretendedTime.at(start.minusHours(1).atZone(ZONE).toInstant(), () -> {
            assertThat(post(here.chair(), "cannot", "position", place(first)).status())
                    .isEqualTo(200);
            assertThat(presenters()).containsExactly("Member 3", "Member 2");
            assertThat(told(waiting)).contains("You are asked to present");
            assertThat(told(first)).doesNotContain("You are asked to present");
            return true;
        });
    }

    @Test
    void whoeverHasChangedAndThenCannotIsReplacedByTheNext() {
        parked(here.members.get(3), 1);
        ask(first, waiting);
        press(waiting, "agree");
        assertThat(post(waiting, "cannot", "position", place(waiting)).status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 4", "Member 2");
    }

    /// Whoever is asked sits in this room, and nobody but the one who asks says whom.
    @Test
    void nobodyFromElsewhereIsAskedAndNobodyElseChangesWhoIs() {
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        assertThatThrownBy(() -> as(first, () -> asking(elsewhere.chair())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as(elsewhere.chair(), () -> asking(waiting)))
                .hasStackTraceContaining("row-level security");
        ask(first, waiting);
        assertThatThrownBy(() -> as(first, () -> change("asked_id", elsewhere.chair())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as(waiting, () -> change("state = 'agreed', asked_id", second)))
                .hasStackTraceContaining("theirs to say");
        press(waiting, "agree");
        assertThatThrownBy(() -> as(here.chair(), () -> change("asked_id", second)))
                .hasStackTraceContaining("theirs to say");
    }

    private int asking(PersonId whom) {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("""
                        insert into meetings.swap
                            (meeting_id, group_id, subject_id, person_id, other_id, asked_id, state, said_at)
                        values (cast(:meeting as uuid), :group, :some, tenancy.me(), :other, :whom, 'asked', now())
                        """)
                .param("meeting", meeting.substring(meeting.lastIndexOf('/') + 1))
                .param("group", here.group.value())
                .param("some", Ids.next())
                .param("other", Ids.next())
                .param("whom", whom.value())
                .update();
    }

    private static int change(String column, PersonId whom) {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("update meetings.swap set " + column + " = :whom")
                .param("whom", whom.value())
                .update();
    }

    @Test
    void whereNobodyIsNextTheOneWhoWasReplacedIsAskedAgainAndThePageSaysNothingElse() {
        ask(first, waiting);
        press(waiting, "agree");
        assertThat(post(waiting, "cannot", "position", place(waiting)).status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 1", "Member 2");
        assertThat(page(second).text()).doesNotContain("presents this time instead of");
        assertThat(told(first)).contains("You are asked to present");
        assertThat(press(waiting, "back").status()).isEqualTo(200);
        assertThat(presenters()).as("who can after all").containsExactly("Member 3", "Member 2");
        assertThat(page(second).text()).contains("Member 3 presents this time instead of Member 1");
    }

    @Test
    void whoeverIsAskedAgainMayAskSomebodyElse() {
        ask(first, waiting);
        press(waiting, "agree");
        post(waiting, "cannot", "position", place(waiting));
        assertThat(ask(first, second).status()).isEqualTo(200);
        assertThat(press(second, "agree").status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 2", "Member 1");
        assertThat(page(waiting).text()).contains("Member 1 and Member 2 have taken each other’s place");
    }

    @Test
    void ofTheKeptAgendaTooTheReplacedOneIsAskedAgain() {
        ask(first, waiting);
        press(waiting, "agree");
        press(here.chair(), "approve");
        assertThat(post(waiting, "cannot", "position", place(waiting)).status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 1", "Member 2");
        assertThat(page(second).text()).doesNotContain("presents this time instead of");
    }

    @Test
    void whoeverTakesAnothersPlaceAndThenCannotHasTakenNobodysPlace() {
        ask(first, second);
        press(second, "agree");
        assertThat(post(second, "cannot", "position", place(second)).status()).isEqualTo(200);
        assertThat(presenters()).containsExactlyInAnyOrder("Member 1", "Member 3");
        assertThat(page(waiting).text()).doesNotContain("have taken each other’s place");
    }

    @Test
    void twoWhoAskEachOtherChangeOnce() {
        ask(first, second);
        ask(second, first);
        var crossing = subject(second, "agree");
        assertThat(press(first, "agree").status()).isEqualTo(200);
        assertThat(presenters()).containsExactly("Member 2", "Member 1");
        assertThat(page(second).select("form[action$=agenda/agree]")).isEmpty();
        assertThat(told(second)).doesNotContain("asks you to change");
        assertThat(post(second, "agree", "subject", crossing).status()).isEqualTo(409);
        assertThat(presenters()).containsExactly("Member 2", "Member 1");
    }

    @Test
    void whatAThirdHasAskedOneOfTheTwoIsOverAndTheThirdHearsWhy() {
        ask(first, waiting);
        ask(second, waiting);
        var both = page(waiting)
                .select("form[action$=agenda/agree] [name=subject]")
                .eachAttr("value");
        assertThat(both).hasSize(2);
        assertThat(post(waiting, "agree", "subject", both.getFirst()).status()).isEqualTo(200);
        var after = presenters();
        assertThat(page(waiting).select("form[action$=agenda/agree]")).isEmpty();
        assertThat(post(waiting, "agree", "subject", both.getLast()).status()).isEqualTo(409);
        assertThat(presenters()).isEqualTo(after).contains("Member 3");
        for (var person : List.of(first, second)) {
            assertThat(told(person)).contains("have changed with each other");
            assertThat(page(person).select("form[action$=agenda/withdraw]")).isEmpty();
        }
    }

    private int agreeing() {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("update meetings.swap set state = 'agreed'")
                .update();
    }

    private int rows() {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("select count(*) from meetings.swap")
                .query(Integer.class)
                .single();
    }

    private Pages.Answer ask(PersonId asks, PersonId whom) {
        return post(asks, "swap", "position", place(asks), "with", "" + whom);
    }

    private String place(PersonId person) {
        var here = page(person).select(".agenda-item form[action$=cannot]:has(button:contains(I cannot))");
        return here.select("[name=position]").val();
    }

    private String subject(PersonId person, String change) {
        return page(person)
                .select("form[action$=agenda/" + change + "] [name=subject]")
                .val();
    }

    private Pages.Answer press(PersonId person, String change) {
        return post(person, change, "subject", subject(person, change));
    }

    private Pages.Answer post(PersonId person, String change, String... more) {
        var seen = page(here.chair());
        var fields = new ArrayList<>(List.of(
                "version",
                seen.select("input[name=version]").val(),
                "seen",
                seen.select("input[name=seen]").val()));
        fields.addAll(List.of("request", Ids.next().toString()));
        fields.addAll(List.of(more));
        return Pages.seenBy(person).post(meeting + "/agenda/" + change, fields.toArray(String[]::new));
    }

    private List<String> presenters() {
        return page(here.chair()).select(".agenda-what strong").eachText().stream()
                .flatMap(line -> line.contains(" · ") ? Stream.of(line.split(" · ", 2)[1]) : Stream.empty())
                .toList();
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(meeting).page();
    }

    private static String told(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().text();
    }

    private String aMeeting() {
        var peerage = RunningPeerage.shared();
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        return as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow()
                .address();
    }

    private void parked(PersonId owner, int importance) {
        var issue = Ids.next();
        var sealed =
                here.sealed(owner, new KeyholderRoom.About("issue", issue, issue), Map.of("title", "The lighthouse"));
        PretendedTime.at(
                Instant.now().minus(Duration.ofDays(1)),
                () -> Pages.seenBy(owner)
                        .post(
                                "/groups/" + here.group + "/parking-lot",
                                "importance",
                                "" + importance,
                                "urgency",
                                "5",
                                "sealed",
                                sealed));
    }
}
