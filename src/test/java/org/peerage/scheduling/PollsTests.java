package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.mail.PostOffice;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group is asked when it can meet: what each may see, what is kept, and who is told.
class PollsTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final PollStore store = peerage.bean(PollStore.class);
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId bo = here.members.get(1);
    private final String id = UUID.randomUUID().toString();

    @Test
    void theDateThatMostCanMakeIsProposedAndSetOnce() {
        ask(here.chair(), List.of("2031-03-04", "2031-03-11"), List.of("18:00"));
        answer(ada, Poll.Word.NO, Poll.Word.YES);
        answer(bo, Poll.Word.YES, Poll.Word.MAYBE);
        assertThat(Pages.seenBy(here.chair()).get(page()).page().select("#best").text())
                .contains("Tue 11 March 2031", "2 of");

        var option = poll(here.chair()).best(Instant.EPOCH).orElseThrow().id();
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(here.chair())
                            .post("/polls/" + id + "/settle", "option", option.toString())
                            .status())
                    .isEqualTo(302);
        }
        assertThat(rows(ada, "select local_start::text from scheduling.date where group_id = :group"))
                .containsExactly("2031-03-11 18:00:00");
        assertThat(Pages.seenBy(ada).get(page()).page().text()).contains("Nothing is asked just now");
        assertThat(told("scheduling.notice.poll")).isEmpty();
        assertThat(told("scheduling.notice.reminder")).isEmpty();
    }

    @Test
    void anEditKeepsTheAnswersToWhatStaysAsItIs() {
        ask(here.chair(), List.of("2031-03-04", "2031-03-11"), List.of("18:00"));
        answer(ada, Poll.Word.YES, Poll.Word.NO);
        ask(here.chair(), List.of("2031-03-04", "2031-03-18"), List.of("18:00"));

        var poll = poll(ada);
        assertThat(poll.options().stream()
                        .map(option -> poll.time(option).local().toString()))
                .containsExactly("2031-03-04T18:00", "2031-03-18T18:00");
        assertThat(poll.options().getFirst().count(Poll.Word.YES)).isOne();
        assertThat(poll.options().getLast().counts()).isEmpty();
        ask(here.chair(), List.of("2031-03-04"), List.of("18:00"), "90");
        assertThat(poll(ada).options().getFirst().counts())
                .as("a meeting of another length is another question")
                .isEmpty();
    }

    @Test
    void onlyWhoHasNotAnsweredEverythingIsReminded() {
        ask(here.convener, List.of("2031-03-04", "2031-03-11"), List.of("18:00"));
        assertThat(told("scheduling.notice.poll")).containsExactlyInAnyOrderElementsOf(everybody());
        answer(ada, Poll.Word.YES, Poll.Word.NO);
        var first = poll(bo).options().getFirst().id();
        Pages.seenBy(bo).post("/polls/" + id + "/answers", "option-" + first, "YES");

        assertThat(told("scheduling.notice.reminder")).contains(bo).doesNotContain(ada);
        assertThat(Pages.seenBy(here.convener).post("/polls/" + id + "/remind").status())
                .isEqualTo(302);
        assertThat(told("scheduling.notice.poll")).doesNotContain(ada);
        assertThat(told("scheduling.notice.reminder")).contains(bo).doesNotContain(ada);
        assertThat(Pages.seenBy(bo).get("/notices").page().text())
                .as("told at once")
                .contains("has no answer from you to all of them");
    }

    @Test
    void aConvenerLearnsHowManyCanAndNobodyElseAnything() {
        ask(here.chair(), List.of("2031-03-04"), List.of("18:00", "20:00"));
        answer(ada, Poll.Word.YES, Poll.Word.NO);
        assertThat(poll(here.convener).options().getFirst().count(Poll.Word.YES))
                .isOne();
        assertThat(rows(here.convener, "select person_id::text from scheduling.poll_answer where group_id = :group"))
                .isEmpty();
        assertThat(Pages.seenBy(here.convener)
                        .post("/polls/" + id + "/answers", "option-" + firstOption(), "YES")
                        .status())
                .isEqualTo(404);

        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThat(rows(stranger, "select id::text from scheduling.poll where group_id = :group"))
                .isEmpty();
        assertThat(rows(stranger, "select id::text from scheduling.poll_option where group_id = :group"))
                .isEmpty();
        assertThat(as(stranger, () -> store.find(UUID.fromString(id)))).isEmpty();
        for (var path : List.of("/answers", "/remind", "/end")) {
            assertThat(Pages.seenBy(stranger).post("/polls/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(Pages.seenBy(ada).post("/polls/" + id + "/end").status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada)
                        .post("/polls/" + id + "/settle", "option", firstOption())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void afterItsLastDayNobodyAnswersAndTheChairStillChooses() {
        ask(here.chair(), List.of("2031-03-04"), List.of("18:00"));
        answer(ada, Poll.Word.YES);
        PretendedTime.at(Instant.parse("2031-03-02T12:00:00Z"), () -> {
            var late = Pages.seenBy(bo).post("/polls/" + id + "/answers", "option-" + firstOption(), "YES");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.page().text()).contains("it is too late");
            assertThat(Pages.seenBy(here.chair()).get(page()).page().text()).contains("Set this date and invite");
            return late;
        });
    }

    @Test
    void whatCannotBeReadIsGivenBackWithAReason() {
        var refused = post(here.chair(), List.of("2031-03-04"), List.of("18:00"), "240", "2031-03-05");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().text()).contains("not after the first of the dates");
        assertThat(refused.page().select("#day-0").val()).isEqualTo("2031-03-04");
        assertThat(post(here.chair(), List.of(), List.of("18:00"), "240", "2031-03-01")
                        .page()
                        .text())
                .contains("at least one day and one time");
    }

    @Test
    void theLetterAsksAboutOneDateAfterTheOtherWithoutSigningIn() throws Exception {
        try (var post = new PostOffice()) {
            Pages.seenBy(ada).post("/mail/address", "address", ada + "@example.org");
            ask(here.chair(), List.of("2031-03-04", "2031-03-11"), List.of("18:00"));
            var letter = post.deliver().to(ada + "@example.org").getFirst();
            var found = Pattern.compile("/act/\\S+").matcher(letter.getContent().toString());
            assertThat(found.find()).isTrue();
            var link = found.group();
            var stranger = Caller.stranger(peerage);
            var options = poll(ada).options();
            assertThat(stranger.page(link).text()).contains("Tue 4 March 2031").doesNotContain("11 March");
            assertThat(stranger.post(
                                    link,
                                    Map.of("choice", "MAYBE-" + options.get(0).id()))
                            .body())
                    .contains("Your answer is kept", "Tue 11 March 2031");
            assertThat(stranger.post(
                                    link,
                                    Map.of("choice", "NO-" + options.get(1).id()))
                            .body())
                    .contains("Your answer is kept");
            assertThat(as(ada, () -> store.mine(poll(ada))))
                    .containsOnly(
                            Map.entry(options.get(0).id(), Poll.Word.MAYBE),
                            Map.entry(options.get(1).id(), Poll.Word.NO));
            assertThat(told("scheduling.notice.poll")).doesNotContain(ada);
        }
    }

    private String page() {
        return "/groups/" + here.group + "/poll";
    }

    private void ask(PersonId by, List<String> days, List<String> times) {
        ask(by, days, times, "240");
    }

    private void ask(PersonId by, List<String> days, List<String> times, String minutes) {
        assertThat(post(by, days, times, minutes, "2031-03-01").status()).isEqualTo(302);
    }

    private Pages.Answer post(PersonId by, List<String> days, List<String> times, String minutes, String closes) {
        var fields = new ArrayList<>(
                List.of("request", id, "zone", "Australia/Lord_Howe", "minutes", minutes, "closes", closes));
        days.forEach(day -> fields.addAll(List.of("day", day)));
        times.forEach(time -> fields.addAll(List.of("time", time)));
        return Pages.seenBy(by).post(page(), fields.toArray(String[]::new));
    }

    private void answer(PersonId by, Poll.Word... words) {
        var fields = new ArrayList<String>();
        var options = poll(by).options();
        for (var i = 0; i < words.length; i++) {
            fields.addAll(List.of("option-" + options.get(i).id(), words[i].name()));
        }
        assertThat(Pages.seenBy(by)
                        .post("/polls/" + id + "/answers", fields.toArray(String[]::new))
                        .status())
                .isEqualTo(302);
    }

    private Poll poll(PersonId by) {
        return as(by, () -> peerage.inTransaction(() -> store.find(UUID.fromString(id))))
                .orElseThrow();
    }

    private String firstOption() {
        return poll(here.chair()).options().getFirst().id().toString();
    }

    private List<PersonId> everybody() {
        var all = new ArrayList<>(here.members);
        if (!all.contains(here.chair())) {
            all.add(here.chair());
        }
        return all;
    }

    private List<PersonId> told(String kind) {
        var told = new ArrayList<PersonId>();
        for (var person : everybody()) {
            var count = as(
                    person,
                    () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                            .sql(
                                    "select count(*) from notices.notice where kind = :kind and subject_id = :poll and person_id = :me")
                            .param("kind", kind)
                            .param("poll", UUID.fromString(id))
                            .param("me", person.value())
                            .query(Integer.class)
                            .single()));
            if (count > 0) {
                told.add(person);
            }
        }
        return told;
    }

    private List<String> rows(PersonId by, String query) {
        return as(
                by,
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql(query)
                        .param("group", here.group.value())
                        .query(String.class)
                        .list()));
    }
}
