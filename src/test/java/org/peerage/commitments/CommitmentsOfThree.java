package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Three people in an open room who commitment things, sealed in Java as the browser would.
abstract class CommitmentsOfThree {

    static final String CANARY = "marmalade-observatory";
    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    final RunningPeerage peerage = RunningPeerage.shared();
    final GroupFixture here = GroupFixture.aGroup().with(3);
    final Map<PersonId, Keyholder> keys = new HashMap<>();
    final LocalDate today = LocalDate.ofInstant(Instant.now(), ZONE);
    PersonId ada = here.chair();
    PersonId noor = here.chair();

    @BeforeEach
    void threePeopleSitInAnOpenRoom() {
        here.open();
        keys.put(here.chair(), here.chairKeys());
        for (var member : here.members) {
            keys.put(member, here.letIn(member));
        }
        ada = here.members.get(0);
        noor = here.members.get(1);
    }

    UUID item(MeetingId meeting, String kind) {
        return as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :meeting and kind = :kind")
                        .param("meeting", meeting.value())
                        .param("kind", kind)
                        .query(UUID.class)
                        .single());
    }

    void done(PersonId person, PersonId witness) {
        var id = commit(person, witness, today.plusDays(10));
        assertThat(Pages.seenBy(person)
                        .post("/commitments/" + id + "/done", "version", "1")
                        .at())
                .isEqualTo(list());
    }

    static void assertRefused(Pages.Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text()).contains(words);
    }

    CommitmentId commit(PersonId owner, PersonId witness, LocalDate due) {
        var record = Ids.next();
        var answer = post(owner, record, seal(owner, "commitment", record, Map.of("text", CANARY)), witness, due);
        assertThat(answer.at()).isEqualTo(list());
        return new CommitmentId(record);
    }

    Pages.Answer post(PersonId owner, UUID record, String sealed, PersonId witness, LocalDate due) {
        assertThat(record).isNotNull();
        return Pages.seenBy(owner).post(list(), "sealed", sealed, "due", due.toString(), "witness", witness.toString());
    }

    /// As the page does it. Each sealed text is the next entry of the ledger, so it has to be sent before the next.
    String seal(PersonId author, String kind, UUID id, Map<String, String> body) {
        return "["
                + here.heldRoom()
                        .seal(
                                Objects.requireNonNull(keys.get(author)),
                                new KeyholderRoom.About(kind, id, here.group.value()),
                                body,
                                Instant.now())
                        .json()
                + "]";
    }

    /// The same for the author and one other alone.
    String sealFor(PersonId author, PersonId other, String kind, Map<String, String> body) {
        var by = Objects.requireNonNull(keys.get(author));
        var readers = List.of(by.card(), Objects.requireNonNull(keys.get(other)).card());
        var text = new KeyholderRoom.About(kind, Ids.next(), here.group.value());
        return "["
                + here.heldRoom()
                        .sealFor(by, readers, text, body, Instant.now())
                        .json() + "]";
    }

    /// A commitment of twenty days ago that fell due ten days ago, made with the clock turned back.
    CommitmentId fallenDue() {
        var then = new Commitments(
                store(),
                peerage.bean(MeetingItemStore.class),
                peerage.bean(org.peerage.groups.Circles.class),
                peerage.bean(Rooms.class),
                peerage.bean(org.peerage.rooms.readers.Readers.class),
                peerage.bean(org.peerage.live.LiveTopics.class),
                peerage.bean(org.peerage.rooms.SealedActs.class),
                peerage.bean(PromiseNotices.class),
                peerage.bean(Seeds.class),
                () -> Instant.now().minus(Duration.ofDays(20)));
        var record = Ids.next();
        var words = SealedPut.parse(seal(ada, "commitment", record, Map.of("text", CANARY)))
                .orElseThrow()
                .getFirst();
        assertThat(as(ada, () -> then.commit(here.group, noor, today.minusDays(10), Commitments.Origin.NONE, words)))
                .isTrue();
        return new CommitmentId(record);
    }

    List<Commitment> seenBy(PersonId person) {
        return as(person, () -> store().of(here.group));
    }

    CommitmentStore store() {
        return peerage.bean(CommitmentStore.class);
    }

    String list() {
        return "/groups/" + here.group + "/commitments";
    }
}
