package org.peerage.upkeep;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Proxy;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;
import org.peerage.Relay;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.kills.Nodes;
import org.peerage.live.Streams;
import org.peerage.tenancy.PersonId;

/// A server is lost and its backup brought back on another machine. People come by the address that they know, with the
/// keys in their browsers: where nothing was lost a room opens as ever, where something was, most of them accept it.
class RehearsalJourneyTests {

    private static final Instant NOW = Instant.parse("2026-11-28T04:15:00Z");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PEERAGE_POSTGRES", System.getenv().getOrDefault("PEERAGE_POSTGRES", "target/postgres"));
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    @TempDir(factory = Passable.class)
    private Path machine;

    private static Visitor enrolled(String name, Relay relay) {
        return Visitor.of(name, PEERAGE.base(), options -> options.setProxy(new Proxy(relay.address())))
                .enrol(PEERAGE.enrollingLink("/tryout/lobby"))
                .sees("The room is open on this device.");
    }

    private static PersonId person(Visitor visitor) {
        var me = "async () => (await (await fetch('/keys/me')).json()).person";
        return new PersonId(UUID.fromString(Objects.toString(visitor.page().evaluate(me))));
    }

    private static String roomOf(Visitor chair, GroupFixture group) {
        chair.goTo("/groups/" + group.group + "/room").press("Open the room").sees("Opened the room");
        return "/tryout/"
                + Objects.requireNonNull(chair.page().locator("room-door").getAttribute("data-room"));
    }

    private static void writes(Visitor visitor, String room, String words) {
        visitor.goTo(room).opensTheRoom();
        visitor.fill("Your update", words).press("Send").sees(words);
        assertThat(visitor.page().locator("sealed-text[data-state=open]").getByText(words))
                .isVisible();
    }

    private static Visitor comesBack(Visitor visitor) {
        return visitor.goTo("/sign-in?next=/keys")
                .press("Sign in with my passkey")
                .sees("these are the ways in");
    }

    private static void accepts(Visitor visitor, String door) {
        visitor.goTo(door).sees("This room has gone backwards").sees("and missing: 1");
        visitor.page()
                .getByLabel("We have read these words to each other, and they are the same")
                .check();
        visitor.press("I accept the room as it stands now");
    }

    private Path broughtBackElsewhere() {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var elsewhere = machine.resolve("elsewhere");
        var command = new UpkeepCommand(elsewhere, ENVIRONMENT, InstantSource.fixed(NOW), out, out);
        assertThat(command.restore(List.of(
                        machine.resolve("backups/peerage-20261128T041500Z.zip").toString(),
                        "--keys",
                        machine.resolve("copies/room-keys-20261128T041500Z").toString())))
                .as(() -> said.toString(StandardCharsets.UTF_8))
                .isZero();
        return elsewhere;
    }

    private void isBackedUp() {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var command = new UpkeepCommand(PEERAGE.home(), ENVIRONMENT, InstantSource.fixed(NOW), out, out);
        assertThat(command.backup(List.of(machine.resolve("backups").toString())))
                .isZero();
        assertThat(command.backup(List.of("--keys", machine.resolve("copies").toString())))
                .isZero();
    }

    /// The one page that stands on no address of the program's.
    @Test
    void whoeverRunsTheServerReadsItsPageOnAPhoneToo() throws Exception {
        var page = new OperatorsPage(
                PEERAGE.bean(TemplateEngine.class),
                new Doctor(PEERAGE.home(), ENVIRONMENT, InstantSource.system()),
                InstantSource.system());
        var metrics = new MetricsPort(
                PEERAGE.bean(RequestCounts.class), PEERAGE.bean(Streams.class), page, PEERAGE.home(), 0);
        try (var operator = Visitor.atALaptop("Ola Keeper", PEERAGE.base())) {
            operator.goTo("http://127.0.0.1:" + metrics.port().orElseThrow() + "/")
                    .sees("What ./peerage doctor finds");
            operator.looksRight(Path.of("target/pictures"), "operator");
        } finally {
            metrics.destroy();
        }
    }

    @Test
    void roomsOpenAgainOnTheServerThatWasBroughtBack() throws Exception {
        try (var relay = new Relay(PEERAGE.base());
                var mara = enrolled("Mara Lindqvist", relay);
                var jon = enrolled("Jon Abara", relay)) {
            var unchanged = roomOf(mara, GroupFixture.chairedBy(person(mara), mara.name()));
            writes(mara, unchanged, "Written and not changed since");
            var group = GroupFixture.chairedBy(person(mara), mara.name());
            var room = roomOf(mara, group);
            group.seat(person(jon), jon.name());
            group.sign(person(jon));
            mara.letsIn(jon, "/groups/" + group.group);
            writes(jon, room, "Before the backup");
            mara.goTo(room).opensTheRoom().sees("Before the backup");
            isBackedUp();
            writes(mara, room, "After the backup");
            jon.goTo(room).opensTheRoom().sees("After the backup");

            try (var node = Nodes.elsewhere(broughtBackElsewhere(), PEERAGE.base())) {
                node.untilReady();
                relay.leadsTo(node.address(0));
                relay.hangsUp();
                comesBack(mara);
                mara.goTo(unchanged).opensTheRoom().sees("Written and not changed since");
                var door = "/groups/" + group.group + "/room";
                accepts(mara, door);
                mara.sees("Signed by Mara Lindqvist.");
                comesBack(jon);
                accepts(jon, door);
                mara.sees("What you wrote at these times is no more on the server");
                jon.goTo(room).opensTheRoom().sees("Before the backup");
                assertThat(jon.page().getByText("After the backup")).hasCount(0);
                writes(jon, room, "After it was brought back");
                mara.goTo(room).opensTheRoom().sees("After it was brought back");
            }
        }
    }
}
