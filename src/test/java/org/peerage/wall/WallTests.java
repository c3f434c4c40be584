package org.peerage.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.CharterFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said once stands once, a reply belongs to what began its thread, and everybody reads for themselves.
class WallTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String wall = "/groups/" + here.group + "/wall";

    @Test
    void whatIsSentTwiceIsSaidOnce() {
        var sealed = sealed(ada, "wall-entry", Ids.next(), null);
        assertThat(Pages.seenBy(ada).post(wall, "sealed", sealed).at()).isEqualTo(wall);
        assertThat(Pages.seenBy(ada).post(wall, "sealed", sealed).at()).isEqualTo(wall);
        assertThat(threads(noor)).hasSize(1);
    }

    @Test
    void aReplyStandsBelowWhatItAnswersAndMovesItUp() {
        var first = said(ada, null);
        var second = said(noor, null);
        assertThat(threads(ada)).containsExactly(second, first);
        var reply = said(noor, first);
        assertThat(threads(ada)).containsExactly(first, second);
        assertThat(Pages.seenBy(ada)
                        .get(wall)
                        .page()
                        .select("#thread-" + first + " .replies sealed-text")
                        .eachAttr("data-id"))
                .containsExactly(reply.toString());
    }

    @Test
    void aReplyToNothingOrToAReplyOrAboutAnotherThreadIsNotTaken() {
        var first = said(ada, null);
        var reply = said(noor, first);
        var other = said(ada, null);
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        for (var nothing : List.of(Ids.next(), reply)) {
            assertThat(reply(ada, nothing, sealed(ada, "wall-reply", Ids.next(), nothing))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(Pages.seenBy(elsewhere.members.getFirst()).get(wall).status())
                .isEqualTo(404);
        assertThat(reply(ada, other, sealed(ada, "wall-reply", Ids.next(), first))
                        .body())
                .isEqualTo("{\"reason\":\"text-missing\"}");
        assertThat(reply(ada, first, sealed(ada, "wall-entry", Ids.next(), null))
                        .body())
                .isEqualTo("{\"reason\":\"unexpected-kind\"}");
        assertThat(count(ada)).isEqualTo(3);
    }

    @Test
    void oneReadsForOneselfAndNeverBack() {
        var first = said(ada, null);
        assertThat(nav(ada)).isEqualTo("The wall");
        assertThat(nav(noor)).isEqualTo("The wall (1)");
        var second = said(ada, first);
        assertThat(Pages.seenBy(noor).get("/").page().text()).contains("Tuesday Circle: 2 new words");
        assertThat(read(noor, second)).isEqualTo(204);
        assertThat(read(noor, first)).isEqualTo(204);
        assertThat(nav(noor)).isEqualTo("The wall");
        assertThat(nav(here.chair())).isEqualTo("The wall (2)");
        assertThat(read(noor, Ids.next())).isEqualTo(404);
    }

    @Test
    void whoeverComesLaterHasNothingToCatchUpWith() {
        said(ada, null);
        var late = here.aMember("Late Example");
        here.letIn(late);
        assertThat(nav(late)).isEqualTo("The wall");
        said(ada, null);
        assertThat(nav(late)).isEqualTo("The wall (1)");
    }

    @Test
    void whatIsTakenBackLeavesItsPlaceAndNoWords() {
        var first = said(ada, null);
        var reply = said(noor, first);
        assertThat(takeBack(noor, first).status()).as("another's").isEqualTo(404);
        var signed = "["
                + here.heldRoom()
                        .takeAway(here.keysOf(ada), first, Instant.now())
                        .json() + "]";
        for (var again = 0; again < 2; again++) {
            assertThat(takeBack(ada, first, signed).at()).isEqualTo(wall);
        }
        for (var person : List.of(ada, noor)) {
            var page = Pages.seenBy(person).get(wall).page();
            assertThat(page.select("#thread-" + first + " > .said-by sealed-text")
                            .attr("data-sealed"))
                    .isEmpty();
            assertThat(page.select("#thread-" + first + " .replies sealed-text").eachAttr("data-id"))
                    .containsExactly(reply.toString());
            assertThat(page.select("#back-" + first)).isEmpty();
        }
        assertThat(as(
                        ada,
                        () -> RunningPeerage.shared()
                                .bean(JdbcClient.class)
                                .sql("select count(*) from rooms.shared_record where id = :id")
                                .param("id", first)
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void onesOwnIsNotTakenBackInThePlaceOfAnother() {
        var first = said(ada, null);
        var second = said(ada, null);
        var signed = "["
                + here.heldRoom()
                        .takeAway(here.keysOf(ada), second, Instant.now())
                        .json() + "]";
        assertThat(takeBack(ada, first, signed).body()).isEqualTo("{\"reason\":\"text-missing\"}");
        assertThat(threads(noor)).containsExactly(second, first);
    }

    @Test
    void aQuestionToSomeIsThereForThemAlone() {
        var id = Ids.next();
        var chair = here.chair();
        var asked = here.sealedFor(
                ada, List.of(ada, chair), new KeyholderRoom.About("wall-question", id, id), Map.of("text", "x"));
        assertThat(Pages.seenBy(ada).post(wall + "/questions", "sealed", asked).at())
                .isEqualTo(wall);
        assertThat(threads(ada)).containsExactly(id);
        assertThat(threads(chair)).containsExactly(id);
        assertThat(threads(noor)).isEmpty();
        assertThat(nav(chair)).isEqualTo("The wall (1)");
        assertThat(nav(noor)).isEqualTo("The wall");
        var answer = Ids.next();
        var answered = here.sealedFor(
                chair, List.of(ada, chair), new KeyholderRoom.About("wall-answer", answer, id), Map.of("text", "x"));
        assertThat(reply(noor, id, answered).status())
                .as("by whoever was not asked")
                .isEqualTo(404);
        assertThat(reply(chair, id, answered).at()).isEqualTo(wall);
        assertThat(Pages.seenBy(ada)
                        .get(wall)
                        .page()
                        .select("#thread-" + id + " .replies sealed-text")
                        .eachAttr("data-id"))
                .containsExactly(answer.toString());
        assertThat(count(noor)).isZero();
        assertThat(count(ada)).isEqualTo(2);
        assertThat(read(noor, id)).isEqualTo(404);
        for (var table : List.of("wall.asked", "rooms.shared_record where kind = 'text'")) {
            assertThat(as(
                            noor,
                            () -> RunningPeerage.shared()
                                    .bean(JdbcClient.class)
                                    .sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aQuestionToNobodyElseIsNotAsked() {
        var id = Ids.next();
        var alone = here.sealedFor(
                ada, List.of(ada), new KeyholderRoom.About("wall-question", id, id), Map.of("text", "x"));
        assertThat(Pages.seenBy(ada).post(wall + "/questions", "sealed", alone).body())
                .isEqualTo("{\"reason\":\"no-reader\"}");
    }

    @Test
    void aMemberDoesNotWriteInTheBookWhereTheCharterLeavesItToTheChair() {
        var first = Ids.next();
        assertThat(write(ada, first, null).status())
                .as("a member, by the charter")
                .isEqualTo(404);
    }

    @Test
    void aChapterIsWrittenAnewBesideWhatStoodThere() {
        var chair = here.chair();
        var first = Ids.next();
        var second = Ids.next();
        assertThat(write(chair, first, null).at()).isEqualTo(wall);
        assertThat(write(chair, second, first).at()).isEqualTo(wall);
        var page = Pages.seenBy(noor).get(wall).page();
        assertThat(page.select("#book-norms sealed-text").eachAttr("data-id"))
                .containsExactly(second.toString(), first.toString());
        assertThat(page.select("#book-norms form")).isEmpty();
        assertThat(write(chair, Ids.next(), first).body())
                .as("somebody was faster")
                .isEqualTo("{\"reason\":\"book-elsewhere\"}");
    }

    @Test
    void whoeverHasNotSeenTheBookHearsOnceThatItChanged() {
        var chair = here.chair();
        var first = Ids.next();
        write(chair, first, null);
        write(chair, Ids.next(), first);
        assertThat(bookNotices(chair)).as("whoever wrote").isZero();
        assertThat(bookNotices(noor)).isOne();
        assertThat(Pages.seenBy(noor).post(wall + "/book/read").status()).isEqualTo(204);
        assertThat(bookNotices(noor)).isZero();
        assertThat(bookNotices(ada)).as("everybody reads for themselves").isOne();
    }

    private static int bookNotices(PersonId person) {
        return Pages.seenBy(person)
                .get("/notices")
                .page()
                .select("main button:containsOwn(The book of Tuesday Circle has changed.)")
                .size();
    }

    @Test
    @Obeys("book")
    void membersWriteInItWhereTheSignedCharterSaysSo() {
        var there = GroupFixture.aGroup().with(2);
        CharterFixture.choose(there.chair(), there.group, "book", "members");
        there.inAnOpenRoom();
        var member = there.members.getFirst();
        var page = "/groups/" + there.group + "/wall";
        var text = new KeyholderRoom.About("book-plan", Ids.next(), there.group.value());
        assertThat(Pages.seenBy(member)
                        .post(page + "/book/plan", "sealed", there.sealed(member, text, Map.of("text", "x")))
                        .at())
                .isEqualTo(page);
    }

    private Pages.Answer write(PersonId author, UUID id, @Nullable UUID after) {
        var sealed =
                here.sealed(author, new KeyholderRoom.About("book-norms", id, here.group.value()), Map.of("text", "x"));
        return Pages.seenBy(author)
                .post(wall + "/book/norms", "after", after == null ? "" : after.toString(), "sealed", sealed);
    }

    private Pages.Answer takeBack(PersonId person, UUID id) {
        return takeBack(person, id, "[]");
    }

    private Pages.Answer takeBack(PersonId person, UUID id, String signed) {
        return Pages.seenBy(person).post(wall + "/" + id + "/back", "taken", signed);
    }

    private int read(PersonId person, UUID latest) {
        return Pages.seenBy(person)
                .post(wall + "/read", "latest", latest.toString())
                .status();
    }

    private String nav(PersonId person) {
        return Pages.seenBy(person)
                .get("/groups/" + here.group)
                .page()
                .select("a[href$=/wall]")
                .text();
    }

    private List<UUID> threads(PersonId person) {
        return Pages.seenBy(person)
                .get(wall)
                .page()
                .select(".thread > .said-by sealed-text")
                .eachAttr("data-id")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private UUID said(PersonId author, @Nullable UUID thread) {
        var id = Ids.next();
        var sealed = sealed(author, thread == null ? "wall-entry" : "wall-reply", id, thread);
        var answer = thread == null ? Pages.seenBy(author).post(wall, "sealed", sealed) : reply(author, thread, sealed);
        assertThat(answer.at()).isEqualTo(wall);
        return id;
    }

    private Pages.Answer reply(PersonId author, UUID thread, String sealed) {
        return Pages.seenBy(author).post(wall + "/" + thread + "/answers", "sealed", sealed);
    }

    private String sealed(PersonId author, String kind, UUID id, @Nullable UUID thread) {
        return here.sealed(
                author, new KeyholderRoom.About(kind, id, thread == null ? id : thread), Map.of("text", "x"));
    }

    private int count(PersonId person) {
        return as(
                person,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from wall.entry where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }
}
