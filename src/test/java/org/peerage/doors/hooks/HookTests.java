package org.peerage.doors.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.doors.LobbyDescription;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.kept.Erasure;
import org.peerage.meetings.MeetingClosed;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A hook is told what its owner may see, signed, in order and until it is taken, by a real program over HTTP.
class HookTests {

    private static final LocalDateTime EVENING = LocalDateTime.of(2031, 3, 4, 18, 0);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final Receiver receiver = new Receiver();

    /// A hook as its owner has it.
    record Made(UUID id, String page, String secret) {}

    @AfterEach
    void nothingIsTriedAnyMore() {
        asSuperuser("delete from doors.hook where network_id = '%s'".formatted(here.network));
        receiver.close();
    }

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
        assertThat(calls(1).stream().map(HookTests::type)).containsExactly("test");
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
        assertThat(calls(1).stream().map(HookTests::type)).containsExactly("test");
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
        assertThat(calls(1).stream().map(HookTests::type)).containsExactly("test");

        here.seat(here.convener, "Kea Convener");
        closed(here);
        assertThat(calls(2).stream().map(HookTests::type)).containsExactly("test", "meeting.closed");
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
            return count("select count(*) from doors.hook where id = '%s' and why_off = 'failing'", hook.id()) == 1;
        });
        shown(hook, "This address is switched off", "Given up");
        assertThat(Pages.seenBy(here.convener).get("/notices").page().text())
                .contains("Your webhook to localhost is switched off");
        receiver.answersWell();
        var before = receiver.calls().size();
        test(hook);
        assertThat(count("select count(*) from doors.delivery where hook_id = '%s' and state = 'waiting'", hook.id()))
                .as("of one that is off")
                .isZero();
        aDate(here);
        assertThat(Pages.seenBy(here.convener).post(hook.page() + "/on").status())
                .isEqualTo(302);
        test(hook);
        assertThat(shown(hook, "Taken")).doesNotContain("switched off");
        assertThat(receiver.calls().stream().skip(before).map(HookTests::type)).containsExactly("test");
    }

    @Test
    void whoConvenesNoMoreHearsNothingMore() {
        var hook = hook(here, "date.set");
        asSuperuser("update networks.member set role = 'member' where network_id = '%s' and person_id = '%s'"
                .formatted(here.network, here.convener));
        aDate(here);
        assertThat(count("select count(*) from doors.delivery where hook_id = '%s'", hook.id()))
                .isZero();
        asSuperuser("""
                insert into doors.delivery (network_id, id, hook_id, event, body, happened_at, next_at)
                values ('%s', '%s', '%s', 'test', '{}', now(), now())
                """.formatted(here.network, Ids.next(), hook.id()));
        work();
        until(() -> count("select count(*) from doors.hook where id = '%s' and why_off = 'owner'", hook.id()) == 1);
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
        assertThat(count("select count(*) from doors.hook where id = '%s'", hook.id()))
                .isZero();
    }

    @Test
    void anAddressInsideOrWithoutEncryptionIsRefused() {
        for (var address : List.of(
                "https://10.0.0.8/x",
                "https://192.168.1.1/",
                "https://172.16.9.9/",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://0.0.0.0/",
                "https://[::ffff:10.0.0.1]/")) {
            assertThat(refused(address)).as(address).contains("inside a private network");
        }
        for (var address : List.of(
                "ftp://board.example.org/",
                "https://me:word@board.example.org/",
                "board.example.org",
                "",
                "https:///x")) {
            assertThat(refused(address)).as(address).contains("Write the whole address");
        }
        assertThat(refused("http://93.184.215.14/")).contains("has to begin with https");
        assertThat(refused("https://nobody.invalid/")).contains("Nobody is found");
        assertThat(refused(receiver.address())).contains("Choose what it is to be told");
        assertThat(Pages.seenBy(here.convener)
                        .get("/networks/" + here.network + "/hooks")
                        .page()
                        .select(".card"))
                .isEmpty();
    }

    /// A name may be led inside after it was looked at.
    @Test
    void anAddressThatLeadsInsideLaterIsNotCalled() {
        var hook = hook(here, "date.set");
        asSuperuser("update doors.hook set address = 'https://10.0.0.8/x' where id = '%s'".formatted(hook.id()));
        aDate(here);
        shown(hook, "now leads into a private network");
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void anAnswerThatLeadsElsewhereIsNotFollowed() {
        try (var other = new Receiver()) {
            var hook = hook(here, "date.set");
            receiver.leads(other.address());
            receiver.answers(307);
            aDate(here);
            calls(1);
            shown(hook, "The answer was 307");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() {
        var hook = hook(here, "date.set");
        var again = Pages.seenBy(here.convener).post(hook.page() + "/secret", "turn", "0");
        var fresh = again.page().expectFirst("#secret").val();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(hook.secret());
        assertThat(Pages.seenBy(here.convener)
                        .post(hook.page() + "/secret", "turn", "0")
                        .at())
                .as("a form sent twice turns once")
                .isEqualTo(hook.page());
        test(hook);
        var call = calls(1).getFirst();
        assertThat(call.signature()).isEqualTo("v1," + mac(fresh, call) + " v1," + mac(hook.secret(), call));
        asSuperuser("update doors.hook set old_until = now() where id = '%s'".formatted(hook.id()));
        test(hook);
        var later = calls(2).getLast();
        assertThat(later.signature()).isEqualTo("v1," + mac(fresh, later));
    }

    @Test
    void theSecretIsShownOnceAndAFormSentTwiceMakesOneHook() {
        var request = Ids.next().toString();
        var first = make(here.convener, request, receiver.address(), "date.set");
        var second = make(here.convener, request, receiver.address(), "date.set");
        assertThat(first.body()).contains("whsec_");
        assertThat(second.status()).isEqualTo(302);
        for (var path : List.of(second.at(), "/networks/" + here.network + "/hooks", "/keys/kept.json")) {
            assertThat(Pages.seenBy(here.convener).get(path).body()).doesNotContain("whsec_");
        }
        assertThat(as(here.convener, () -> rows("doors.hook"))).isEqualTo(1);
        assertThat(make(here.chair(), Ids.next().toString(), receiver.address(), "date.set")
                        .status())
                .isEqualTo(404);
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
        assertThat(calls(1).stream().map(HookTests::type)).containsExactly("test");
    }

    private Made hook(GroupFixture group, String... events) {
        var made = make(group.convener, Ids.next().toString(), receiver.address(), events);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        var page = made.page().expectFirst("a.button").attr("href");
        return new Made(
                UUID.fromString(page.substring(page.lastIndexOf('/') + 1)),
                page,
                made.page().expectFirst("#secret").val());
    }

    private Pages.Answer make(PersonId who, String request, String address, String... events) {
        var fields = new ArrayList<>(List.of("request", request, "address", address));
        Arrays.stream(events).forEach(event -> fields.addAll(List.of("event", event)));
        return Pages.seenBy(who).post("/networks/" + here.network + "/hooks", fields.toArray(String[]::new));
    }

    private String refused(String address) {
        var events = address.equals(receiver.address()) ? new String[0] : new String[] {"date.set"};
        var answer = make(here.convener, Ids.next().toString(), address, events);
        assertThat(answer.status()).as(address).isEqualTo(422);
        return answer.page().select("p.wrong").text();
    }

    private DateId aDate(GroupFixture group) {
        return as(group.chair(), () -> peerage.bean(Dates.class).set(group.group, EVENING, BERLIN, 240, "Harbour", ""));
    }

    private void closed(GroupFixture group) {
        var date = aDate(group);
        var meeting = as(group.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        as(group.chair(), () -> {
            peerage.bean(ApplicationEventMulticaster.class)
                    .multicastEvent(new PayloadApplicationEvent<>(
                            peerage, new MeetingClosed(meeting, group.group, Instant.now())));
            return meeting;
        });
    }

    private void test(Made hook) {
        assertThat(Pages.seenBy(here.convener).post(hook.page() + "/test").status())
                .isEqualTo(302);
    }

    private List<Receiver.Call> calls(int count) {
        until(() -> receiver.calls().size() >= count);
        return receiver.calls();
    }

    private String shown(Made hook, String... texts) {
        var page = new String[1];
        until(() -> {
            page[0] = Pages.seenBy(here.convener).get(hook.page()).page().text();
            return Arrays.stream(texts).allMatch(page[0]::contains);
        });
        return page[0];
    }

    /// As if the pause were over; not for what is on its way.
    private void hurry(Made hook) {
        asSuperuser("""
                update doors.delivery set next_at = now()
                where hook_id = '%s' and state = 'waiting' and next_at is distinct from tried_at + interval '2 minutes'
                """.formatted(hook.id()));
        work();
    }

    private void aDayLater(Made hook) {
        asSuperuser("""
                update doors.delivery set next_at = now(), happened_at = now() - interval '26 hours'
                where hook_id = '%s' and state = 'waiting' and next_at is distinct from tried_at + interval '2 minutes'
                """.formatted(hook.id()));
        work();
    }

    private void work() {
        Acting.asProgram(HookFacts.ACTOR, () -> {
            var job = peerage.bean(HookJob.class);
            while (job.work()) {
                assertThat(receiver.calls()).hasSizeLessThan(50);
            }
            return true;
        });
    }

    private String profileOf(PersonId person) {
        return peerage.bean(VisibleStore.class)
                .profile(here.network, person)
                .orElseThrow()
                .toString();
    }

    private long rows(String table) {
        return peerage.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static String type(Receiver.Call call) {
        return JsonMapper.shared().readTree(call.body()).path("type").asString();
    }

    private static String mac(String secret, Receiver.Call call) {
        try {
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var signed = call.id() + "." + call.timestamp() + "." + call.body();
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql, UUID id) {
        var all = peerage.login("postgres");
        try (var connection = DriverManager.getConnection(all.url(), all.user(), all.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(id))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asSuperuser(String sql) {
        var all = peerage.login("postgres");
        try (var connection = DriverManager.getConnection(all.url(), all.user(), all.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
