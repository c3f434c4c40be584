package org.peerage.doors.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.doors.LobbyDescription;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.kept.Erasure;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A hook is told what its owner may see, signed, in order and until it is taken, by a real program over HTTP.
class HookTests extends HookStage {

    @Test
    void whatIsToldIsSignedAndHasNoWordInIt() {
        var hook = hook(here, "date.set");
        var date = aDate(here);
        var call = calls(1).getFirst();
        assertThat(call.signature()).isEqualTo("v1," + mac(hook.secret(), call));
        assertThat(Math.abs(Long.parseLong(call.timestamp()) - Instant.now().getEpochSecond()))
                .isLessThan(600);
        var body = JsonMapper.shared().readTree(call.body());
        assertThat(body.path("type").asString()).isEqualTo("date.set");
        assertThat(body.path("data").propertyNames()).containsExactly("network", "group", "date", "starts_at");
        assertThat(body.at("/data/date").asString()).isEqualTo(date.toString());
        assertThat(body.at("/data/starts_at").asString()).isEqualTo("2031-03-04T17:00:00Z");
        assertThat(call.body()).doesNotContain("Harbour", "Tuesday", "example.org");
    }

    @Test
    void everyFactOfTheNetworkIsToldInOrderAndAsItIsDescribed() {
        hook(here, "date.set", "date.moved", "date.cancelled", "seat.taken", "member.left");
        var date = aDate(here);
        as(here.chair(), () -> {
            peerage.bean(Dates.class).move(date, EVENING.plusDays(1), BERLIN);
            return date;
        });
        as(here.chair(), () -> {
            peerage.bean(Dates.class).cancel(date);
            return date;
        });
        here.aMember("Noor Example");
        here.letOut(here.members.getFirst());
        var told = calls(5).stream()
                .map(call -> JsonMapper.shared().readTree(call.body()))
                .toList();
        assertThat(told.stream().map(body -> body.path("type").asString()))
                .containsExactly("date.set", "date.moved", "date.cancelled", "seat.taken", "member.left");
        told.forEach(body -> assertThat(LobbyDescription.brokenIn(body)).isEmpty());
        var left = told.getLast().at("/data/profile").asString();
        assertThat(left).isNotEqualTo(here.members.getFirst().toString());
        assertThat(as(here.convener, () -> profileOf(here.members.getFirst()))).isEqualTo(left);
    }

    @Test
    void onlyWhatWasChosenIsTold() {
        var hook = hook(here, "date.cancelled");
        aDate(here);
        test(hook);
        assertThat(calls(1).stream().map(HookStage::type)).containsExactly("test");
        assertThat(LobbyDescription.brokenIn(
                        JsonMapper.shared().readTree(receiver.calls().getFirst().body())))
                .isEmpty();
    }

    @Test
    void anotherNetworksFactsNeverArrive() {
        var hook = hook(here, "date.set");
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        aDate(elsewhere);
        test(hook);
        assertThat(calls(1).stream().map(HookStage::type)).containsExactly("test");
        assertThat(Pages.seenBy(elsewhere.convener).get(hook.page()).status()).isEqualTo(404);
        for (var person : List.of(elsewhere.convener, here.chair(), here.members.getFirst())) {
            for (var act : List.of("/test", "/on", "/end", "/secret")) {
                assertThat(Pages.seenBy(person)
                                .post(hook.page() + act, "turn", "0")
                                .status())
                        .as(act)
                        .isEqualTo(404);
            }
            assertThat(as(person, () -> rows("doors.hook") + rows("doors.delivery")))
                    .isZero();
        }
        assertThat(Pages.seenBy(here.convener).get(hook.page()).status()).isEqualTo(200);
    }

    /// The pages say it to those who sit in a group and to nobody else.
    @Test
    void thatAMeetingHasEndedIsToldOnlyToWhoSitsInTheGroup() {
        var hook = hook(here, "meeting.closed");
        closed(here);
        test(hook);
        assertThat(calls(1).stream().map(HookStage::type)).containsExactly("test");

        here.seat(here.convener, "Kea Convener");
        closed(here);
        assertThat(calls(2).stream().map(HookStage::type)).containsExactly("test", "meeting.closed");
        assertThat(LobbyDescription.brokenIn(
                        JsonMapper.shared().readTree(receiver.calls().getLast().body())))
                .isEmpty();
    }

    @Test
    void whatIsNotTakenIsTriedAgainWithTheSameIdBeforeAnythingElse() {
        var hook = hook(here, "date.set");
        receiver.answers(500, 503);
        aDate(here);
        shown(hook, "Not taken. It is tried again", "The answer was 50", "The last call was not taken");
        aDate(here);
        until(() -> {
            hurry(hook);
            return receiver.calls().size() >= 4;
        });
        var all = receiver.calls();
        assertThat(all.stream().map(Receiver.Call::id).distinct()).hasSize(2);
        assertThat(all.subList(0, 3).stream().map(Receiver.Call::id).distinct()).hasSize(1);
        assertThat(all.subList(0, 3).stream().map(Receiver.Call::body).distinct())
                .hasSize(1);
        assertThat(shown(hook, "Called 3 times", "Taken")).contains("A group has set a date");
    }

    @Test
    void whatIsNeverTakenSwitchesTheHookOffAndItsOwnerIsTold() {
        var hook = hook(here, "date.set");
        receiver.answers(500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
        for (var i = 0; i < 3; i++) {
            aDate(here);
        }
        calls(1);
        until(() -> {
            aDayLater(hook);
            return peerage.count("select count(*) from doors.hook where id = ? and why_off = 'failing'", hook.id())
                    == 1;
        });
        shown(hook, "This address is switched off", "Given up");
        assertThat(Pages.seenBy(here.convener).get("/notices").page().text())
                .contains("Your webhook to localhost is switched off");
        receiver.answersWell();
        var before = receiver.calls().size();
        test(hook);
        assertThat(peerage.count(
                        "select count(*) from doors.delivery where hook_id = ? and state = 'waiting'", hook.id()))
                .as("of one that is off")
                .isZero();
        aDate(here);
        assertThat(Pages.seenBy(here.convener).post(hook.page() + "/on").status())
                .isEqualTo(302);
        test(hook);
        assertThat(shown(hook, "Taken")).doesNotContain("switched off");
        assertThat(receiver.calls().stream().skip(before).map(HookStage::type)).containsExactly("test");
    }

    @Test
    void whoConvenesNoMoreHearsNothingMore() {
        var hook = hook(here, "date.set");
        var conveners = here.network.address() + "/conveners/";
        assertThat(Pages.seenBy(here.convener)
                        .post(conveners + here.members.getFirst())
                        .status())
                .isEqualTo(302);
        assertThat(Pages.seenBy(here.convener)
                        .post(conveners + here.convener + "/end")
                        .status())
                .isEqualTo(302);
        aDate(here);
        assertThat(peerage.count("select count(*) from doors.delivery where hook_id = ?", hook.id()))
                .isZero();
        peerage.asSuperuser("""
                insert into doors.delivery (network_id, id, hook_id, event, body, happened_at, next_at)
                values ('%s', '%s', '%s', 'test', '{}', now(), now())
                """.formatted(here.network, Ids.next(), hook.id()));
        work();
        until(() ->
                peerage.count("select count(*) from doors.hook where id = ? and why_off = 'owner'", hook.id()) == 1);
        assertThat(receiver.calls()).isEmpty();
        assertThat(Pages.seenBy(here.convener).get(hook.page()).status()).isEqualTo(404);
    }

    @Test
    void whoeverIsErasedHasNoHook() {
        var hook = hook(here, "date.set");
        Acting.asProgram(
                Erasure.ERASING,
                () -> peerage.inTransaction(
                        () -> Erasure.of(peerage.bean(JdbcClient.class), here.convener, Ids.next(), Instant.now())));
        assertThat(peerage.count("select count(*) from doors.hook where id = ?", hook.id()))
                .isZero();
    }

    /// The act and what is told of it are one transaction.
    @Test
    void whatIsUndoneIsNotTold() {
        var hook = hook(here, "date.set");
        try {
            as(here.chair(), () -> {
                peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", "");
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undone");
        }
        test(hook);
        assertThat(calls(1).stream().map(HookStage::type)).containsExactly("test");
    }
}
