package org.peerage.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
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
        return Pages.seenBy(author).post(wall, "thread", thread.toString(), "sealed", sealed);
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
