package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever handles a breach leaves the group: who goes on, and who can open what was said.
class HandOverTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(6).inAnOpenRoom();
    private final PersonId chair = here.chair();
    private final PersonId handler = here.members.get(0);
    private final PersonId reporter = here.members.get(1);
    private final PersonId accused = here.members.get(2);
    private final PersonId affected = here.members.get(3);
    private final PersonId other = here.members.get(4);
    private final BreachFixture breaches = new BreachFixture(here);
    private final String list = breaches.list;

    @Test
    void theChairTakesItOverAndReadsWhatIsGivenAgainAlone() {
        var breach = breaches.contained(handler, breaches.reported(reporter, handler), accused, affected);
        var before = said(breach, accused, handler, "/account");
        here.letOut(handler);

        assertThat(breaches.seen(accused)).contains("waits for a handler").contains("next in line");
        assertThat(Pages.seenBy(accused).get("/notices").body()).contains("has left the group. It waits");
        assertThat(Pages.seenBy(affected).get("/notices").body()).contains("has left the group. It waits");
        assertThat(Pages.seenBy(reporter).get("/notices").body()).contains("Nobody else can read it");
        assertThat(breaches.seen(reporter)).contains("Report it again").doesNotContain(breach);
        assertThat(Pages.seenBy(chair).get("/notices").body()).contains("You are next in line");
        assertThat(Pages.seenBy(other).get("/notices").body()).doesNotContain("next in line");
        assertThat(breaches.act(other, breach, "taken-over")).isEqualTo(404);
        assertThat(breaches.act(reporter, breach, "taken-over")).isEqualTo(404);
        assertThat(breaches.act(accused, breach, "taken-over")).isEqualTo(404);
        assertThat(breaches.act(handler, breach, "taken-over")).isEqualTo(404);
        assertThat(breaches.act(chair, breach, "heard")).isEqualTo(404);
        assertThat(breaches.count(chair, "affected")).isZero();

        assertThat(breaches.act(chair, breach, "taken-over")).isEqualTo(302);
        assertThat(breaches.act(chair, breach, "taken-over"))
                .as("pressed twice")
                .isEqualTo(302);
        assertThat(breaches.count(chair, "affected")).isOne();
        assertThat(breaches.count(chair, "account")).isZero();
        assertThat(readable(chair, before)).isFalse();
        assertThat(breaches.seen(chair)).contains("handled by").doesNotContain("breach.");
        assertThat(Pages.seenBy(reporter).get("/notices").body()).contains("cannot read your report unless");

        var page = Pages.seenBy(accused).get(list).page();
        var again = list + "/" + breach + "/account/" + before;
        assertThat(page.expectFirst("form[hx-post='" + again + "']").attr("data-readers"))
                .contains(chair.toString())
                .doesNotContain(handler.toString());
        var given = said(breach, accused, chair, "/account/" + before);
        assertThat(readable(chair, given)).isTrue();
        assertThat(readable(chair, before)).isFalse();
        for (var person : List.of(affected, reporter, other)) {
            assertThat(readable(person, given)).isFalse();
        }
        assertThat(breaches.seen(accused)).doesNotContain("/account/" + before);
        assertThat(breaches.act(chair, breach, "heard")).isEqualTo(302);
        assertThat(Pages.seenBy(affected)
                        .post(again, "sealed", sealed(affected, breach, chair))
                        .status())
                .as("somebody else's words")
                .isEqualTo(404);
    }

    /// The room's key, which all of them have, opens nothing of it.
    @Test
    void theKeysOfWhoeverIsNotToReadOpenNothingOfWhatIsGivenAgain() {
        var breach =
                UUID.fromString(breaches.contained(handler, breaches.reported(reporter, handler), accused, affected));
        var gone = here.keysOf(handler);
        here.letOut(handler);
        var room = here.heldRoom();
        var id = Ids.next();
        var put = room.sealFor(
                here.keysOf(accused),
                List.of(here.keysOf(chair).card(), here.keysOf(accused).card()),
                new KeyholderRoom.About("breach-account", id, breach),
                Map.of("text", "I told my brother"),
                Instant.now());
        var envelope = put.envelope().orElseThrow();
        for (var reader : List.of(chair, accused)) {
            assertThat(room.openFor(here.keysOf(reader), id, put.sealed(), envelope))
                    .hasValueSatisfying(words -> assertThat(words).contains("I told my brother"));
        }
        for (var person : List.of(affected, reporter, other)) {
            assertThat(room.openFor(here.keysOf(person), id, put.sealed(), envelope))
                    .isEmpty();
        }
        assertThat(room.openFor(gone, id, put.sealed(), envelope)).isEmpty();
        assertThat(room.open(id, put.sealed())).isEmpty();
    }

    @Test
    void whoeverIsPartOfItIsPassedOver() {
        var breach = breaches.contained(handler, breaches.reported(reporter, handler), chair, affected);
        here.leaves(handler);
        assertThat(waitsFor(breach))
                .as("neither the chair, who is accused, nor whoever reported it or was affected")
                .contains(here.members.get(2));
        assertThat(breaches.act(chair, breach, "taken-over")).isEqualTo(404);

        here.leaves(here.members.get(2));
        assertThat(waitsFor(breach)).as("the next one leaves as well").contains(other);
        assertThat(breaches.act(other, breach, "taken-over")).isEqualTo(302);
        assertThat(breaches.seen(chair)).contains("About you, handled by");
    }

    @Test
    void nobodyMayGiveACaseToAnybodyInTheDatabase() {
        var breach = breaches.contained(handler, breaches.reported(reporter, handler), accused, affected);
        assertThat(refuses(affected, breach, "handler_id = tenancy.me(), vetoed = true"))
                .isTrue();
        for (var person : List.of(handler, affected)) {
            assertThat(refuses(person, breach, "waits = true, waits_for = '" + other + "', vetoed = true"))
                    .isTrue();
        }
        here.letOut(handler);
        assertThat(refuses(chair, breach, "handler_id = tenancy.me(), waits = false, waits_for = null"))
                .isTrue();
    }

    @Test
    void whatIsReportedAgainBelongsToTheCase() {
        var breach = breaches.contained(handler, breaches.reported(reporter, handler), accused, affected);
        here.letOut(handler);
        breaches.act(chair, breach, "taken-over");
        var again = breaches.reported(reporter, chair);
        var joined = list + "/reports/" + again + "/joined";
        assertThat(Pages.seenBy(other).post(joined, "breach", breach).status()).isEqualTo(404);
        assertThat(Pages.seenBy(chair)
                        .post(joined, "breach", Ids.next().toString())
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(chair).post(joined, "breach", breach).status()).isEqualTo(302);
        assertThat(Pages.seenBy(chair).post(joined, "breach", breach).status())
                .as("pressed twice")
                .isEqualTo(302);
        assertThat(breaches.count(chair, "breach")).isOne();
    }

    private boolean refuses(PersonId person, String breach, String change) {
        try {
            return as(
                            person,
                            () -> PEERAGE.bean(JdbcClient.class)
                                    .sql("update breach.breach set " + change + " where id = cast(:id as uuid)")
                                    .param("id", breach)
                                    .update())
                    == 0;
        } catch (DataAccessException refused) {
            return true;
        }
    }

    private Optional<PersonId> waitsFor(String breach) {
        return as(
                accusedOr(breach),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select waits_for from breach.breach where id = cast(:id as uuid) and waits")
                        .param("id", breach)
                        .query(UUID.class)
                        .optional()
                        .map(PersonId::new));
    }

    /// Whoever sees it in each of these tests.
    private PersonId accusedOr(String breach) {
        return breaches.seen(chair).contains(breach) ? chair : accused;
    }

    private String sealed(PersonId by, String breach, PersonId reader) {
        return sealed(by, breach, reader, Ids.next());
    }

    private String sealed(PersonId by, String breach, PersonId reader, UUID id) {
        return here.sealedFor(
                by,
                List.of(reader, by),
                new KeyholderRoom.About("breach-account", id, UUID.fromString(breach)),
                Map.of("text", "x"));
    }

    private UUID said(String breach, PersonId by, PersonId reader, String address) {
        var id = Ids.next();
        assertThat(Pages.seenBy(by)
                        .post(list + "/" + breach + address, "sealed", sealed(by, breach, reader, id))
                        .status())
                .isEqualTo(204);
        return id;
    }

    private boolean readable(PersonId person, UUID text) {
        return as(
                        person,
                        () -> PEERAGE.bean(Rooms.class)
                                .texts(here.seenBy(person).openRoom(), List.of(text)))
                .containsKey(text);
    }
}
