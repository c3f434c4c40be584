package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peerage.Superuser;
import org.peerage.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The chair changes hands in the room, and everything else follows: the seats, the pages, and what the one who had it
/// can no longer do, in the page, over HTTP, in the database, and with a server that takes their side.
class ChairJourneyTests extends RoomOfThree {

    private static final Path PICTURES = Path.of("target/pictures/chair");

    @Test
    void whoeverHandedTheChairOverIsAMemberLikeTheOthers() {
        comesIn(JON);
        comesIn(EVA);
        writes(EVA, "Eva wrote this");
        MARA.goTo(door).opensTheRoom().sees("You have the chair.");
        MARA.page().getByText("Hand the chair to somebody else").click();
        MARA.looksRight(PICTURES, "hand-over");
        MARA.page().getByLabel("Who takes the chair").selectOption(JON.name());
        MARA.press("Hand it over now").sees("Jon Abara has the chair.");

        assertThat(here.seenBy(person(EVA)).chair()).contains(person(JON));
        EVA.goTo(door).sees("Jon Abara has the chair.");
        assertThat(row(EVA, JON).locator("[data-chair]")).isVisible();
        assertThat(row(EVA, MARA).locator("[data-chair]")).isHidden();
        assertThat(MARA.page().locator("[data-remove], [data-let-in]")).hasCount(0);
        assertThat(MARA.goTo(home + "/seats").page().locator("form[action*='/seats/']"))
                .hasCount(0);

        MARA.goTo(page).opensTheRoom();
        assertThat(refusesHer("remove", "{fp: of('Eva')}")).isEqualTo("not-allowed");
        assertThat(refusesHer("chair", "{fp: of('Mara')}")).isEqualTo("not-called");
        assertThat(refusesHer("history", "{fp: of('Eva'), epochs: [1]}")).isEqualTo("not-allowed");
        assertThat(refusesHer("dissolve", "{}")).isEqualTo("not-allowed");
        assertThat(refusesHer("del", "(({id, rev}) => ({id, rev}))([...room.ledger.puts.values()].at(-1))"))
                .isEqualTo("not-allowed");
        assertThat(as(MARA, () -> seats("update groups.seat set name = name where group_id = ?")))
                .isZero();
        assertThatThrownBy(() -> as(JON, () -> seats("update groups.seat set chair = not chair where group_id = ?")))
                .hasStackTraceContaining("the chair is handed over in the room");

        JON.goTo(door).opensTheRoom();
        row(JON, EVA).getByText("Remove Eva").first().click();
        JON.press("Remove Eva Kowalska now");
        assertThat(row(JON, EVA)).hasCount(0);
        theServerTakesHerSide();
    }

    private int seats(String text) {
        return PEERAGE.bean(JdbcClient.class)
                .sql(text)
                .param(here.group.value())
                .update();
    }

    /// What the server says to an act that her own page would not even sign.
    private String refusesHer(String kind, String data) {
        return refusal(MARA, """
                const room = await openRoom('%s');
                await room.refresh();
                const of = (name) => [...room.ledger.members.values()].find((one) => one.name.startsWith(name)).fp;
                const entries = [await nextEntry(room.ledger, '%s', %s, room.ring.signer())];
                await ask('/rooms/' + room.id + '/entries', {entries, grants: [], records: []});
                """.formatted(room, kind, data));
    }

    /// A server that puts her back in its rows shows her the buttons; her keys still do nothing, and what it takes from
    /// her stops everybody else.
    private void theServerTakesHerSide() {
        var mara = person(MARA).value();
        try (var database = new Superuser(PEERAGE)) {
            database.run("alter table groups.seat disable trigger guard_seat");
            database.run("update groups.seat set chair = false where group_id = ?", here.group.value());
            database.run(
                    "update groups.seat set chair = true where group_id = ? and person_id = ?",
                    here.group.value(),
                    mara);
            database.run("alter table groups.seat enable trigger guard_seat");
            database.run("update rooms.member set chair = (person_id = ?) where room_id = ?", mara, room);
            MARA.goTo(door).opensTheRoom().sees("Jon Abara has the chair.");
            assertThat(row(MARA, MARA).locator("[data-chair]")).isHidden();
            row(MARA, JON).getByText("Remove Jon").first().click();
            MARA.press("Remove Jon Abara now").sees("The room does not allow that");
            assertThat(refusesHer("remove", "{fp: of('Jon')}")).isEqualTo("not-allowed");

            var forged = refusal(MARA, """
                    const room = await openRoom('%s');
                    const fp = [...room.ledger.members.values()].find((one) => one.name.startsWith('Jon')).fp;
                    const {entryHash} = await import(at + 'ledger.js');
                    const entry = await nextEntry(room.ledger, 'remove', {fp}, room.ring.signer());
                    return JSON.stringify([entry.seq, await entryHash(entry), JSON.stringify(entry)]);
                    """.formatted(room));
            var parts = tools.jackson.databind.json.JsonMapper.shared().readTree(forged);
            database.run(
                    "insert into rooms.entry values (?, ?, ?, ?, ?, now())",
                    room,
                    parts.get(0).asLong(),
                    parts.get(1).asString(),
                    parts.get(2).asString(),
                    mara);
            database.run(
                    "update rooms.room set head_seq = ?, head_hash = ? where id = ?",
                    parts.get(0).asLong(),
                    parts.get(1).asString(),
                    room);
        }
        JON.goTo(page).sees("Do not write now");
    }

    @Test
    void mostOfTheOthersCallSomebodyToTheChairOfOneWhoIsLost() {
        comesIn(JON);
        comesIn(EVA);
        calls(JON);
        JON.sees("Jon Abara asked for Jon Abara to take the chair; it takes 2 of you.");
        calls(EVA);
        EVA.sees("It is theirs from");
        EVA.looksRight(PICTURES, "called");
        MARA.goTo(page).opensTheRoom().sees("because they have not heard from you");
        MARA.goTo(door).press("I am here, and I keep the chair");
        assertThat(MARA.page().locator("[data-calls] p")).hasCount(0);

        calls(JON);
        calls(EVA);
        later(JON, Duration.ofDays(6));
        JON.goTo(door).opensTheRoom().sees("Mara Lindqvist has the chair.");
        later(JON, Duration.ofDays(8));
        JON.goTo(page).opensTheRoom();
        JON.goTo(door).sees("You have the chair.");
        assertThat(here.seenBy(person(EVA)).chair()).contains(person(JON));
        MARA.goTo(door).opensTheRoom().sees("Jon Abara has the chair.");
        assertThat(MARA.page().locator("[data-leave]")).hasCount(1);
        JON.page().clock().setSystemTime(System.currentTimeMillis());
    }

    private void calls(Visitor visitor) {
        visitor.goTo(door).opensTheRoom();
        visitor.page().getByText("The chair is not heard from any more").click();
        visitor.page()
                .getByLabel("Who should take it")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel(visitor == JON ? "Jon Abara (you)" : "Jon Abara"));
        visitor.press("I ask for this").sees(visitor.name());
        assertThat(visitor.page().locator("[data-calls] p").first()).containsText(visitor.name());
    }
}
