package org.peerage.doors.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
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

/// A network with a group, a program that is told, and what is done to hooks there.
abstract class HookStage {

    static final LocalDateTime EVENING = LocalDateTime.of(2031, 3, 4, 18, 0);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final RunningPeerage peerage = RunningPeerage.shared();
    final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    final Receiver receiver = new Receiver();

    /// A hook as its owner has it.
    record Made(UUID id, String page, String secret) {}

    @AfterEach
    void nothingIsTriedAnyMore() {
        // Whoever delivers takes the call first and the hook after it; so does this.
        peerage.asSuperuser("delete from doors.delivery where network_id = '%s'".formatted(here.network));
        peerage.asSuperuser("delete from doors.hook where network_id = '%s'".formatted(here.network));
        receiver.close();
    }

    Made hook(GroupFixture group, String... events) {
        var made = make(group.convener, Ids.next().toString(), receiver.address(), events);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        var page = made.page().expectFirst("a.button").attr("href");
        return new Made(
                UUID.fromString(page.substring(page.lastIndexOf('/') + 1)),
                page,
                made.page().expectFirst("#secret").val());
    }

    Pages.Answer make(PersonId who, String request, String address, String... events) {
        var fields = new ArrayList<>(List.of("request", request, "address", address));
        Arrays.stream(events).forEach(event -> fields.addAll(List.of("event", event)));
        return Pages.seenBy(who).post("/networks/" + here.network + "/hooks", fields.toArray(String[]::new));
    }

    String refused(String address) {
        var events = address.equals(receiver.address()) ? new String[0] : new String[] {"date.set"};
        var answer = make(here.convener, Ids.next().toString(), address, events);
        assertThat(answer.status()).as(address).isEqualTo(422);
        return answer.page().select("p.wrong").text();
    }

    DateId aDate(GroupFixture group) {
        return as(group.chair(), () -> peerage.bean(Dates.class).set(group.group, EVENING, BERLIN, 240, "Harbour", ""));
    }

    void closed(GroupFixture group) {
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

    void test(Made hook) {
        assertThat(Pages.seenBy(here.convener).post(hook.page() + "/test").status())
                .isEqualTo(302);
    }

    List<Receiver.Call> calls(int count) {
        until(() -> receiver.calls().size() >= count);
        return receiver.calls();
    }

    String shown(Made hook, String... texts) {
        var page = new String[1];
        until(() -> {
            page[0] = Pages.seenBy(here.convener).get(hook.page()).page().text();
            return Arrays.stream(texts).allMatch(page[0]::contains);
        });
        return page[0];
    }

    /// As if the pause were over; not for what is on its way.
    void hurry(Made hook) {
        peerage.asSuperuser("""
                update doors.delivery set next_at = now()
                where hook_id = '%s' and state = 'waiting' and next_at is distinct from tried_at + interval '2 minutes'
                """.formatted(hook.id()));
        work();
    }

    void aDayLater(Made hook) {
        peerage.asSuperuser("""
                update doors.delivery set next_at = now(), happened_at = now() - interval '26 hours'
                where hook_id = '%s' and state = 'waiting' and next_at is distinct from tried_at + interval '2 minutes'
                """.formatted(hook.id()));
        work();
    }

    void work() {
        Acting.asProgram(HookFacts.ACTOR, () -> {
            var job = peerage.bean(HookJob.class);
            while (job.work()) {
                assertThat(receiver.calls()).hasSizeLessThan(50);
            }
            return true;
        });
    }

    String profileOf(PersonId person) {
        return peerage.bean(VisibleStore.class)
                .profile(here.network, person)
                .orElseThrow()
                .toString();
    }

    long rows(String table) {
        return peerage.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    static String type(Receiver.Call call) {
        return JsonMapper.shared().readTree(call.body()).path("type").asString();
    }

    static String mac(String secret, Receiver.Call call) {
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

    static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
