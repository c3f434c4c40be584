package org.peerage.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.mail.LetterKind;
import org.peerage.mail.PostOffice;
import org.peerage.rooms.Admission;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One notice for a fact, to whom it concerns and to nobody else, for as long as it holds.
class NoticesTests {

    private static final NoticeKind KIND = NoticeKind.of("groups.notice.waiting");
    private static final NoticeKind COUNTED = NoticeKind.counting("groups.notice.let-in");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final PersonId ada = new PersonId(Ids.next());
    private final PersonId noor = new PersonId(Ids.next());
    private final UUID subject = Ids.next();
    private final UUID circle = Ids.next();

    @Test
    void whatIsToldAgainStandsOnceAndIsNotNewAgain() {
        tell(notice("Wren"), ada);
        read(ada);
        tell(notice("Wren"), ada);
        assertThat(lines(ada))
                .singleElement()
                .satisfies(line -> assertThat(line.read()).isTrue());
        tell(notice("Theo"), ada);
        assertThat(lines(ada))
                .singleElement()
                .satisfies(line -> assertThat(line.read()).isFalse());
        assertThat(unread(ada)).isEqualTo(1);
    }

    @Test
    void whoeverHasNotSaidWhereTheyAreReadsTheClockOfTheirGroup() {
        var member = GroupFixture.aGroup().with(2).members.getFirst();
        tell(notice("Wren"), member, ada);
        assertThat(Pages.seenBy(member).get("/notices").page().text())
                .contains("Europe/Lisbon")
                .doesNotContain("UTC");
        assertThat(Pages.seenBy(ada).get("/notices").page().text())
                .as("of whom nothing is known")
                .contains("UTC");
    }

    @Test
    void whatCountsCountsUntilItIsWithdrawn() {
        var more = Notice.of(COUNTED, subject, circle, "/", "Tuesday Circle");
        tell(more, ada, noor);
        tell(more, ada);
        assertThat(lines(ada).getFirst().times()).isEqualTo(2);
        assertThat(lines(noor).getFirst().times()).isEqualTo(1);
        act(ada, () -> notices().withdraw(COUNTED, subject, ada));
        assertThat(lines(ada)).isEmpty();
        assertThat(lines(noor)).hasSize(1);
        tell(more, ada);
        assertThat(lines(ada).getFirst().times()).isEqualTo(1);
    }

    @Test
    void eachMoveOfAListIsHeardByItsPersonAlone() {
        var before = n(ada);
        tell(notice("Wren"), ada);
        assertThat(n(ada)).isEqualTo(before + 1);
        assertThat(n(noor)).isZero();
        tell(notice("Wren"), ada);
        assertThat(n(ada)).isEqualTo(before + 1);
        act(noor, () -> {
            notices().withdraw(KIND, subject);
            notices().tell(notice("Theo"), List.of(ada));
        });
        assertThat(n(ada)).as("once for an act").isEqualTo(before + 2);
    }

    @Test
    void whatWasUndoneIsNotTold() {
        assertThatThrownBy(() -> act(noor, () -> {
                    notices().tell(notice("Wren"), List.of(ada));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(lines(ada)).isEmpty();
        assertThat(n(ada)).isZero();
    }

    @Test
    void whatIsForLaterIsToldWhenItIsTimeAndGoesAfterwards() {
        var now = Instant.now();
        tell(notice("Wren").from(now.plusSeconds(60)).until(now.plusSeconds(120)), ada);
        assertThat(at(now)).isEmpty();
        assertThat(at(now.plusSeconds(61))).hasSize(1);
        assertThat(at(now.plusSeconds(121))).isEmpty();
        var before = n(ada);
        new Telling(peerage.bean(LaterNotices.class), () -> now).work();
        assertThat(n(ada)).isEqualTo(before);
        while (new Telling(peerage.bean(LaterNotices.class), () -> now.plusSeconds(61)).work()) {
            // Those of other tests come along.
        }
        assertThat(n(ada)).isEqualTo(before + 1);
    }

    @Test
    void nobodySeesReadsOrWritesAnothersNotices() {
        tell(notice("Wren"), ada);
        var hers = lines(ada).getFirst().id();
        assertThat(lines(noor)).isEmpty();
        assertThat(Pages.seenBy(noor).post("/notices/" + hers).at()).isEqualTo("/notices");
        assertThat(lines(ada).getFirst().read()).isFalse();
        assertThatThrownBy(() -> act(
                        ada,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update notices.notice set address = '/elsewhere' where id = :id")
                                .param("id", hers)
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(Pages.seenBy(ada).post("/notices/" + hers).at()).isEqualTo("/groups");
        assertThat(unread(ada)).isZero();
    }

    @Test
    void whoeverLeavesACircleHearsNothingOfItAnyMore() {
        tell(notice("Wren"), ada, noor);
        act(noor, () -> notices().leave(ada, circle));
        assertThat(lines(ada)).isEmpty();
        assertThat(lines(noor)).hasSize(1);
    }

    @Test
    void theChairIsToldWhoWaitsUntilTheyAreInAndTheNewcomerThatTheyAre() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var late = here.aMember("Late Example");
        knock(here, late);
        knock(here, late);
        assertThat(sentences(here.chair())).containsExactly("Late Example waits at the door of Tuesday Circle.");
        assertThat(sentences(here.members.getFirst()))
                .containsExactly("You have been let into the room of Tuesday Circle.");
        here.letIn(late);
        assertThat(sentences(here.chair())).isEmpty();
        assertThat(sentences(late)).containsExactly("You have been let into the room of Tuesday Circle.");
        here.letOut(late);
        assertThat(sentences(late))
                .containsExactly("You are no longer in Tuesday Circle. What you promised there holds on.");
    }

    @Test
    void aDigestCountsOnceADayWhatWasNotReadAndNothingElse() throws Exception {
        Pages.seenBy(ada).post("/mail/address", "address", ada + "@example.org");
        var tomorrow = Instant.now().plus(Duration.ofHours(3));
        tell(Notice.of(NoticeKind.of("commitments.notice.witness"), subject, circle, "/", "Wren"), ada);
        var wall = Notice.of(NoticeKind.counting("wall.notice.said"), subject, circle, "/", "Canary Circle");
        tell(wall, ada);
        tell(wall, ada);
        try (var post = new PostOffice()) {
            digest(tomorrow);
            digest(tomorrow);
            tell(Notice.of(NoticeKind.of("commitments.notice.witness"), Ids.next(), circle, "/", "Theo"), ada);
            digest(tomorrow.plus(Duration.ofHours(20)));
            var letters = post.deliver().to(ada + "@example.org");
            assertThat(letters).hasSize(1);
            assertThat(letters.getFirst().getContent().toString())
                    .contains("One notice that you have not read.", "2 new words on the walls of your groups.")
                    .doesNotContain("Wren", "Canary");
            digest(tomorrow.plus(Duration.ofHours(25)));
            assertThat(post.deliver().to(ada + "@example.org"))
                    .hasSize(2)
                    .last()
                    .satisfies(letter -> assertThat(letter.getContent().toString())
                            .contains("One notice")
                            .doesNotContain("words"));
            read(ada);
            digest(tomorrow.plus(Duration.ofDays(3)));
            assertThat(post.deliver().to(ada + "@example.org")).hasSize(2);
        }
    }

    private void digest(Instant now) {
        Acting.asProgram(Notices.ACTOR, () -> {
            peerage.bean(LaterNotices.class).digest(now);
            return true;
        });
    }

    @Test
    void whatALetterTellsIsPostedOnceAndTakenBackWithItsNotice() {
        Pages.seenBy(ada).post("/mail/address", "address", ada + "@example.org");
        var mailed = KIND.mailed(new LetterKind("groups.letters.door"));
        var notice = Notice.of(mailed, subject, circle, "/groups", "Wren", "Tuesday Circle");
        tell(notice, ada);
        tell(notice, ada);
        assertThat(Pages.seenBy(ada).get("/mail").page().select("tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("Wren waits at the door of Tuesday Circle");
        act(noor, () -> notices().withdraw(mailed, subject));
        assertThat(Pages.seenBy(ada).get("/mail").page().select("tbody tr").text())
                .contains("Replaced by a newer letter");
    }

    private void knock(GroupFixture here, PersonId person) {
        var room = here.seenBy(person).openRoom();
        act(
                person,
                () -> peerage.bean(ApplicationEventMulticaster.class)
                        .multicastEvent(new PayloadApplicationEvent<>(peerage, new Admission.Knocked(room, person))));
    }

    private List<String> sentences(PersonId person) {
        return Pages.seenBy(person)
                .get("/notices")
                .page()
                .select("[data-notice] button")
                .eachText();
    }

    private Notice notice(String name) {
        return Notice.of(KIND, subject, circle, "/groups", name, "Tuesday Circle");
    }

    private void tell(Notice notice, PersonId... to) {
        act(new PersonId(Ids.next()), () -> notices().tell(notice, List.of(to)));
    }

    private void read(PersonId person) {
        Pages.seenBy(person).post("/notices/read", "drawn", Instant.now().toString());
    }

    private List<NoticeStore.Told> lines(PersonId person) {
        return as(person, () -> peerage.bean(NoticeStore.class).mine(Instant.now()));
    }

    private List<NoticeStore.Told> at(Instant moment) {
        return as(ada, () -> peerage.bean(NoticeStore.class).mine(moment));
    }

    private int unread(PersonId person) {
        return Acting.as(
                        new Actor.Person(person),
                        () -> peerage.bean(NoticeList.class).count())
                .unread();
    }

    private long n(PersonId person) {
        return Acting.as(
                        new Actor.Person(person),
                        () -> peerage.bean(NoticeList.class).count())
                .n();
    }

    private Notices notices() {
        return peerage.bean(Notices.class);
    }

    private void act(PersonId person, Runnable work) {
        as(person, () -> {
            work.run();
            return true;
        });
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        return Acting.as(new Actor.Person(person), () -> peerage.inTransaction(work));
    }
}
