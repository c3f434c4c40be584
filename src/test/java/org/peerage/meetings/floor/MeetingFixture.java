package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Place;
import org.peerage.meetings.StepRound;
import org.peerage.meetings.items.Frame;
import org.peerage.tenancy.PersonId;

/// Meetings as a test wants them, without a database: people by name, an hour of four items.
public final class MeetingFixture {

    public static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    public static final PersonId MARA = person(1);
    public static final PersonId JONAS = person(2);
    public static final PersonId IDA = person(3);
    public static final PersonId PIET = person(4);
    static final Decision.By CHAIR = new Decision.By(MARA, true, Duration.ofMinutes(5));
    static final Decision.By MEMBER = new Decision.By(JONAS, false, Duration.ofMinutes(5));
    static final Decision.By OTHER = new Decision.By(IDA, false, Duration.ofMinutes(5));

    public static final ItemKind UPDATES =
            ItemKind.of("meetings.item.", "updates").inTurn();
    public static final ItemKind BREAK = ItemKind.of("meetings.item.", "break");
    public static final ItemKind RATING =
            ItemKind.of("meetings.item.", "rating").at(Place.CLOSING);
    public static final ItemKind HOUSEKEEPING = ItemKind.of("meetings.item.", "housekeeping");
    public static final ItemKind ISSUE = ItemKind.of("issues.item.", "issue");
    public static final ItemKind REVIEW =
            ItemKind.of("commitments.item.", "commitments-review").inTurn();
    public static final ItemKind FRESH =
            ItemKind.of("commitments.item.", "commitments-new").inTurn();
    public static final ItemReason FORMAT = ItemReason.of("meetings.reason.format");
    public static final ItemReason OPEN = ItemReason.of("issues.reason.open-slot");

    private MeetingFixture() {}

    static PersonId person(int number) {
        return new PersonId(new UUID(7, number));
    }

    static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    static Instant at(int minutes, int seconds) {
        return at(minutes).plusSeconds(seconds);
    }

    static Item item(int position, ItemKind kind, int minutes, int least) {
        return Item.planned(new ItemId(new UUID(8, position)), kind, minutes, least, minutes * 2, FORMAT)
                .at(position);
    }

    static List<Item> anHour() {
        return List.of(
                item(0, Frame.ARRIVE, 5, 3),
                item(1, Frame.CONFIDENTIALITY, 5, 3),
                item(2, UPDATES, 30, 10),
                item(3, Frame.CLOSE, 20, 5));
    }

    static Planned planned() {
        return new Planned(
                new MeetingId(new UUID(1, 1)),
                new GroupId(new UUID(2, 2)),
                NINE,
                Duration.ofMinutes(60),
                3,
                JONAS,
                anHour(),
                List.of());
    }

    /// Begun by the chair at nine; everybody named arrives a minute later.
    static Live live(PersonId... others) {
        var live = moved(planned().decide(new Act.Start(), CHAIR, 3, NINE));
        var attendees = new ArrayList<>(live.attendees());
        for (var other : others) {
            attendees.add(Attendee.arrived(other, attendees.size() + 1, at(1), false));
        }
        return with(live, attendees);
    }

    static Live with(Live live, List<Attendee> attendees) {
        return with(live, live.items(), attendees);
    }

    static Live with(Live live, List<Item> items, List<Attendee> attendees) {
        return with(live, items, live.turns(), attendees, live.within());
    }

    static Live with(Live live, List<Turn> turns, @Nullable StepRound within) {
        return with(live, live.items(), turns, live.attendees(), within);
    }

    private static Live with(
            Live live, List<Item> items, List<Turn> turns, List<Attendee> attendees, @Nullable StepRound within) {
        return new Live(
                live.id(),
                live.group(),
                live.startsAt(),
                live.length(),
                live.version(),
                live.facilitator(),
                live.led(),
                live.deputy(),
                live.since(),
                items,
                turns,
                attendees,
                within);
    }

    static Live moved(Decision decision) {
        return switch (decision) {
            case Decision.Moved(var after) -> after;
            default -> throw new AssertionError("did not move: " + decision);
        };
    }

    /// The chair acts, from the version that stands.
    static Live led(Live live, Act act, Instant now) {
        return moved(live.decide(act, CHAIR, live.version(), now));
    }

    static Live atUpdates(PersonId... others) {
        return led(led(live(others), new Act.Next(false), at(5)), new Act.Next(false), at(10));
    }

    static Live arrived(Live live, Attendee attendee) {
        var all = new ArrayList<>(live.attendees());
        all.add(attendee);
        return with(live, all);
    }

    static Decision refused(Refusal why) {
        return new Decision.Refused(why);
    }
}
