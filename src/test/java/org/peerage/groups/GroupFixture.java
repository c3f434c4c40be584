package org.peerage.groups;

import static org.peerage.networks.NetworkFixture.as;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.charter.CharterFixture;
import org.peerage.groups.seats.SeatFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.Card;
import org.peerage.sealing.FileParts;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A network with a convener and a group in it, grown as far as a test needs it.
public final class GroupFixture {

    public static final RunningPeerage PEERAGE = RunningPeerage.shared();
    public static final Instant THEN = Instant.parse("2026-11-02T09:00:00Z");

    public final PersonId convener;
    public final NetworkId network;
    public final GroupId group;
    public final List<PersonId> members = new ArrayList<>();
    private final Keyholder chairKeys;
    private final PersonId chair;
    private final Map<PersonId, Keyholder> keys = new HashMap<>();
    private @Nullable KeyholderRoom held;

    private GroupFixture(PersonId convener, NetworkId network, GroupId group, Keyholder chairKeys) {
        this.convener = convener;
        this.network = network;
        this.group = group;
        this.chairKeys = chairKeys;
        this.chair = new PersonId(chairKeys.card().user());
        keys.put(chair, chairKeys);
    }

    public static GroupFixture aGroup() {
        var convener = NetworkFixture.aFounder();
        return aGroupIn(NetworkFixture.aNetworkOf(convener), convener);
    }

    /// With somebody in the chair who has enrolled in a browser and opens the room there.
    public static GroupFixture chairedBy(PersonId chair, String name) {
        var convener = NetworkFixture.aFounder();
        var fixture = aGroupIn(NetworkFixture.aNetworkOf(convener), convener, Keyholder.create(chair.value(), THEN));
        fixture.seat(chair, name, true);
        fixture.sign(chair);
        return fixture;
    }

    public static GroupFixture aGroupIn(NetworkId network, PersonId convener) {
        return aGroupIn(network, convener, Keyholder.create(Ids.next(), THEN));
    }

    private static GroupFixture aGroupIn(NetworkId network, PersonId convener, Keyholder chairKeys) {
        var wish = new Groups.Wish(
                network, "Tuesday Circle", "We grow what we were given.", ZoneId.of("Europe/Lisbon"), 2, 12, 16);
        return new GroupFixture(convener, network, as(convener, () -> groups().form(wish)), chairKeys);
    }

    /// A seated chair and so many seated members.
    public GroupFixture with(int people) {
        seat(chair, "Mara Example", true);
        for (var number = 1; number < people; number++) {
            aMember("Member " + number);
        }
        return this;
    }

    public PersonId aMember(String name) {
        var person = NetworkFixture.aPerson();
        seat(person, name);
        return person;
    }

    /// Somebody who has enrolled already.
    public void seat(PersonId person, String name) {
        seat(person, name, false);
        members.add(person);
    }

    public PersonId chair() {
        return chair;
    }

    public Keyholder chairKeys() {
        return chairKeys;
    }

    public static Groups groups() {
        return PEERAGE.bean(Groups.class);
    }

    public Circle seenBy(PersonId person) {
        return as(person, () -> PEERAGE.bean(Circles.class).of(group).orElseThrow());
    }

    public ProfileId aLeader(String organisation, String trade) {
        var id = new ProfileId(Ids.next());
        as(
                convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        insert into networks.profile (id, network_id, organisation, subindustry, sought, changed_at)
                        values (:id, :network, :organisation, :trade, lower(:organisation), :now)
                        """)
                        .param("id", id.value())
                        .param("network", network.value())
                        .param("organisation", organisation)
                        .param("trade", trade)
                        .param("now", Timestamp.from(THEN))
                        .update());
        return id;
    }

    /// Somebody of the directory who sits nowhere yet.
    public ProfileId aSpareLeader() {
        return aLeader("Unasked Works", "");
    }

    /// A seat that nobody has been invited to yet.
    public UUID aSpareSeat() {
        return aSeat("Spare Works");
    }

    public UUID aSeat(String organisation) {
        return aSeatFor(aLeader(organisation, ""));
    }

    public UUID aSeatFor(ProfileId profile) {
        return SeatFixture.pick(convener, group, profile);
    }

    public void appoint(UUID seat) {
        SeatFixture.appoint(convener, group, seat);
    }

    public UUID invite(PersonId inviter, UUID seat) {
        return SeatFixture.invite(inviter, group, seat);
    }

    public void accept(PersonId person, String name, UUID link, UUID seat) {
        SeatFixture.accept(person, name, link, seat, THEN);
    }

    public void sign(PersonId person) {
        CharterFixture.sign(person, group);
    }

    /// Signs as the chair and opens the room with a key made here.
    public RoomId open() {
        sign(chair);
        var made = KeyholderRoom.open(group.value(), chairKeys, "Mara Example", THEN);
        held = made;
        return switch (as(chair, () -> groups().open(group, made.id(), made.entries(), grants(made)))) {
            case Groups.Opening.Opened(var room) -> room;
            case Groups.Opening.Unsigned unsigned -> throw new AssertionError("unsigned");
            case Groups.Opening.OpenAlready already -> throw new AssertionError("open already");
        };
    }

    /// The room as it is: browsers write too, already when somebody opens it on another device.
    public KeyholderRoom heldRoom() {
        var room = Objects.requireNonNull(held, "the room is not open");
        as(
                        chair,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("select body from rooms.entry where room_id = :room and seq > :seq order by seq")
                                .param("room", room.id())
                                .param("seq", room.entries().getLast().seq())
                                .query((row, number) -> row.getString("body"))
                                .list())
                .forEach(body -> room.take(LedgerEntry.parse(body).orElseThrow()));
        return room;
    }

    /// What the chair chooses for the charter before anybody signs it.
    public GroupFixture choosing(String term, String value) {
        CharterFixture.choose(chair, group, term, value);
        return this;
    }

    /// The chair and every seated member in the open room.
    public GroupFixture inAnOpenRoom() {
        open();
        members.forEach(this::letIn);
        return this;
    }

    /// The form parameter `sealed` with one text, as a member's page makes it. Each is the next entry of the ledger, so
    /// it has to be sent before the next is made.
    public String sealed(PersonId author, String kind, UUID record, Map<String, String> body) {
        return sealed(author, new KeyholderRoom.About(kind, record, group.value()), body);
    }

    public String sealed(PersonId author, KeyholderRoom.About text, Map<String, String> body) {
        return "[" + sealedOne(author, text, body) + "]";
    }

    /// A text and the records of its files, as one page sends them.
    public String sealedWith(PersonId author, KeyholderRoom.About text, Map<UUID, FileParts> files) {
        var all = new ArrayList<>(List.of(sealedOne(author, text, Map.of("text", "x"))));
        files.forEach((id, file) -> all.add(sealedOne(
                author, new KeyholderRoom.About(FileParts.KIND, id, text.id()), file.body("Plan.txt", "text/plain"))));
        return "[" + String.join(",", all) + "]";
    }

    private String sealedOne(PersonId author, KeyholderRoom.About text, Map<String, String> body) {
        return heldRoom().seal(keysOf(author), text, body, Instant.now()).json();
    }

    /// The same for a text that only these readers can open.
    public String sealedFor(
            PersonId author, List<PersonId> readers, KeyholderRoom.About text, Map<String, String> body) {
        var cards = readers.stream().map(reader -> keysOf(reader).card()).toList();
        return "["
                + heldRoom()
                        .sealFor(keysOf(author), cards, text, body, Instant.now())
                        .json() + "]";
    }

    public Keyholder keysOf(PersonId member) {
        return member.equals(chair) ? chairKeys : Objects.requireNonNull(keys.get(member), "not in the room");
    }

    /// Signs and is let in, with a key made here.
    public Keyholder letIn(PersonId member) {
        var made = Keyholder.create(member.value(), THEN);
        keys.put(member, made);
        letIn(member, made.card());
        return made;
    }

    /// Signs and is let in by the card that a browser made.
    public void letIn(PersonId member, Card card) {
        letIn(member, card, "Member");
    }

    private void letIn(PersonId member, Card card, String name) {
        sign(member);
        var room = heldRoom();
        var entries = room.entries().size();
        var grants = room.grants().size();
        room.letIn(chairKeys, List.of(new KeyholderRoom.Guest(card, name)), THEN);
        append(entries, grants);
    }

    /// The chair lets somebody out of the room again.
    public void letOut(PersonId member) {
        var room = heldRoom();
        var entries = room.entries().size();
        var grants = room.grants().size();
        room.remove(chairKeys, keysOf(member).card(), THEN);
        append(entries, grants);
    }

    /// By themselves, as whoever may not be let out by a chair in whose hands the room rests.
    public void leaves(PersonId member) {
        var room = heldRoom();
        var entries = room.entries().size();
        room.leave(keysOf(member), THEN);
        append(member, entries, room.grants().size());
    }

    /// The chair goes to another member. Who began here stays [#chair()].
    public void handTheChair(PersonId next) {
        var room = heldRoom();
        var entries = room.entries().size();
        room.handTheChair(chairKeys, keysOf(next).card(), THEN);
        append(entries, room.grants().size());
    }

    /// To somebody who holds it in a browser from then on.
    public void handTheChair(Visitor next) {
        var room = heldRoom();
        var entries = room.entries().size();
        room.handTheChair(chairKeys, cardOf(next), THEN);
        append(entries, room.grants().size());
    }

    private void append(int entries, int grants) {
        append(chair, entries, grants);
    }

    /// What somebody has signed and wrapped since.
    private void append(PersonId by, int entries, int grants) {
        var room = heldRoom();
        as(
                by,
                () -> PEERAGE.bean(Rooms.class)
                        .append(
                                new RoomId(room.id()),
                                room.entries().subList(entries, room.entries().size()),
                                grants(room).subList(grants, room.grants().size()),
                                List.of()));
    }

    public static List<Rooms.Grant> grants(KeyholderRoom room) {
        return room.grants().stream()
                .map(grant -> new Rooms.Grant(grant.epoch(), grant.to(), grant.base64url()))
                .toList();
    }

    /// Somebody who has enrolled in a browser of their own: seated, and in the room where it is open.
    public PersonId seat(Visitor visitor) {
        return seat(visitor, "Member");
    }

    /// The same, under a name of their own in the room's ledger.
    public PersonId seatByName(Visitor visitor) {
        return seat(visitor, visitor.name());
    }

    private PersonId seat(Visitor visitor, String inRoom) {
        visitor.enrol(PEERAGE.enrollingLink("/keys"));
        var card = cardOf(visitor);
        var person = new PersonId(card.user());
        seat(person, visitor.name());
        if (held != null) {
            letIn(person, card, inRoom);
        }
        return person;
    }

    private static Card cardOf(Visitor visitor) {
        return Card.parse(Objects.toString(visitor.page()
                        .evaluate("async () => JSON.stringify((await (await fetch('/keys/me')).json()).card)")))
                .orElseThrow();
    }

    private void seat(PersonId person, String name, boolean asChair) {
        var seat = aSeat(name + " Works");
        if (asChair) {
            appoint(seat);
        }
        accept(person, name, invite(asChair ? convener : chair, seat), seat);
    }
}
