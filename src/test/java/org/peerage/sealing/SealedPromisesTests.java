package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Every sentence of the kind "only they can read it", asked of the keys: the readers are those whom the writer's own
/// page names to the browser, the bytes are those that were sent, and everybody else in the room tries to open them
/// with all that they have.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedPromisesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(6).inAnOpenRoom();
    private final PersonId reporter = here.members.get(0);
    private final PersonId accused = here.members.get(1);
    private final PersonId affected = here.members.get(2);
    private final PersonId handler = here.members.get(3);
    private final PersonId other = here.members.get(4);
    private final List<PersonId> all =
            Stream.concat(here.members.stream(), Stream.of(here.chair())).toList();
    private final String group = "/groups/" + here.group;
    private final UUID breach = breach();
    private final UUID commitment = commitment();
    private final UUID issue = coachedIssue();

    /// @param names the readers that the sentence names
    /// @param form where the page says for whom it seals
    /// @param about null where the words are about themselves
    record Promise(
            String kind,
            PersonId author,
            Set<PersonId> names,
            String page,
            String form,
            String post,
            @Nullable UUID about,
            List<String> parts) {

        KeyholderRoom.About at(UUID id) {
            return new KeyholderRoom.About(kind, id, about == null ? id : about);
        }

        Map<String, String> body() {
            return parts.stream().collect(Collectors.toMap(part -> part, part -> "what nobody else reads"));
        }

        /// Whoever reports a breach says to whom.
        boolean mayChoose(Set<PersonId> readers) {
            return kind.equals("breach-report") && readers.size() == 1 && !readers.contains(author);
        }

        @Override
        public String toString() {
            return kind + " to " + names.size();
        }
    }

    private List<Promise> promises() {
        var chair = Set.of(here.chair());
        var coached = group + "/issues/" + issue;
        var two = Set.of(affected, other);
        return List.of(
                promise(
                        "breach-report",
                        reporter,
                        Set.of(handler),
                        "breach",
                        "[data-as=breach-report][value=%s]".formatted(handler),
                        "",
                        "what",
                        "harm"),
                account(accused),
                account(affected),
                promise("farewell", other, chair, "farewell", "[data-kind=farewell]", "", "text"),
                promise(
                        "conflict-to-chair",
                        other,
                        chair,
                        "conflicts",
                        "[data-kind=conflict-to-chair]",
                        "/chair",
                        "with",
                        "text"),
                new Promise(
                        "commitment-week",
                        reporter,
                        Set.of(reporter, other),
                        group + "/commitments",
                        "[data-kind=commitment-week]",
                        "/commitments/" + commitment + "/week",
                        commitment,
                        List.of("standing", "hindrance")),
                new Promise(
                        "issue-answers-coach",
                        affected,
                        two,
                        coached,
                        "[data-as=issue-answers-coach]",
                        coached + "/coach/answers",
                        issue,
                        List.of("core")),
                new Promise(
                        "coach-word",
                        other,
                        two,
                        coached,
                        "[data-kind=coach-word]",
                        coached + "/coach/word",
                        issue,
                        List.of("text")));
    }

    private Promise promise(
            String kind, PersonId author, Set<PersonId> names, String page, String form, String post, String... parts) {
        var address = group + "/" + page;
        return new Promise(kind, author, names, address, form, address + post, null, List.of(parts));
    }

    private Promise account(PersonId speaker) {
        return new Promise(
                "breach-account",
                speaker,
                Set.of(speaker, handler),
                group + "/breach",
                "[data-kind=breach-account]",
                group + "/breach/" + breach + "/account",
                breach,
                List.of("text"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void whatIsForSomeIsTakenForNobodyElseAndOpensForThemAlone(Promise promise) {
        assertThat(named(promise)).as("whom the page names to the browser").isEqualTo(promise.names());
        for (var readers : wrong(promise)) {
            var id = Ids.next();
            var sent = sealed(ownCopyOfTheRoom(promise.author()), promise, id, readers);
            assertThat(Pages.seenBy(promise.author())
                            .post(promise.post(), "sealed", sent)
                            .status())
                    .as("for %s", readers)
                    .isEqualTo(422);
            assertThat(all).noneMatch(person -> handedTo(person, id));
        }

        var id = Ids.next();
        var room = here.heldRoom();
        var sent = sealed(room, promise, id, promise.names());
        assertThat(Pages.seenBy(promise.author())
                        .post(promise.post(), "sealed", sent)
                        .status())
                .isIn(204, 302);
        var put = SealedPut.parse(sent).orElseThrow().getFirst();
        for (var person : all) {
            var reads = promise.names().contains(person);
            assertThat(handedTo(person, id)).as("handed to %s", person).isEqualTo(reads);
            assertThat(opens(here.keysOf(person), room, put))
                    .as("opens for %s", person)
                    .isEqualTo(reads);
        }
        assertThat(room.open(id, put.sealed())).as("with the room's key").isEmpty();

        var later = Keyholder.create(Ids.next(), Instant.now());
        var after = ownCopyOfTheRoom(here.chair());
        after.letIn(here.chairKeys(), List.of(new KeyholderRoom.Guest(later.card(), "Wren Halloway")), Instant.now());
        after.handTheChair(here.chairKeys(), later.card(), Instant.now());
        assertThat(opens(later, after, put)).as("whoever has the chair later").isFalse();
    }

    /// By the rules, and by the bare file, without a look at who may.
    private static boolean opens(Keyholder keys, KeyholderRoom room, SealedPut put) {
        var envelope = put.envelope().orElseThrow();
        var opened = room.openFor(keys, put.id(), put.sealed(), envelope).isPresent();
        if (!opened) {
            assertThatThrownBy(() -> keys.renew(envelope, room.ledger(), keys.card()))
                    .isInstanceOf(NoSuchElementException.class);
        }
        return opened;
    }

    private boolean handedTo(PersonId person, UUID id) {
        var room = here.seenBy(person).openRoom();
        return as(
                person,
                () -> !RunningPeerage.shared()
                        .bean(Rooms.class)
                        .texts(room, List.of(id))
                        .isEmpty());
    }

    /// As the browser finds them in the room's ledger.
    private Set<PersonId> named(Promise promise) {
        var readers = Pages.seenBy(promise.author())
                .get(promise.page())
                .page()
                .expectFirst(promise.form())
                .attr("data-readers");
        return Arrays.stream(readers.split(" "))
                .map(reader -> reader.split(":", 2))
                .flatMap(reader -> here.heldRoom().cards(reader[0], reader[reader.length - 1]).stream())
                .map(card -> new PersonId(card.user()))
                .collect(Collectors.toSet());
    }

    /// Each alone, and each in the place of one or beside those whom it is for.
    private List<Set<PersonId>> wrong(Promise promise) {
        return all.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(Set.of(one), with(promise.names(), one)),
                        promise.names().stream().map(gone -> with(without(promise.names(), gone), one))))
                .filter(readers -> !readers.equals(promise.names()) && !promise.mayChoose(readers))
                .distinct()
                .toList();
    }

    private static Set<PersonId> with(Set<PersonId> people, PersonId one) {
        return Stream.concat(people.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    private static Set<PersonId> without(Set<PersonId> people, PersonId one) {
        return people.stream().filter(person -> !person.equals(one)).collect(Collectors.toSet());
    }

    /// What is refused is no entry of the room that the others hold.
    private KeyholderRoom ownCopyOfTheRoom(PersonId member) {
        var room = here.heldRoom();
        return KeyholderRoom.join(here.keysOf(member), room.id(), room.entries(), room.grants())
                .orElseThrow();
    }

    private String sealed(KeyholderRoom room, Promise promise, UUID id, Set<PersonId> readers) {
        var cards = readers.stream().map(reader -> here.keysOf(reader).card()).toList();
        return "["
                + room.sealFor(here.keysOf(promise.author()), cards, promise.at(id), promise.body(), Instant.now())
                        .json()
                + "]";
    }

    /// With an accused and somebody affected, handled by a member who has not the chair.
    private UUID breach() {
        var report = Ids.next();
        Pages.seenBy(reporter)
                .post(
                        group + "/breach",
                        "sealed",
                        here.sealedFor(
                                reporter,
                                List.of(handler),
                                new KeyholderRoom.About("breach-report", report, report),
                                Map.of("what", "x", "harm", "x")));
        Pages.seenBy(handler)
                .post(
                        group + "/breach/reports/" + report + "/contained",
                        "accused",
                        accused.toString(),
                        "affected",
                        affected.toString(),
                        "rests",
                        "true");
        var id = Pages.seenBy(handler)
                .get(group + "/breach")
                .page()
                .expectFirst("[id^=breach-]")
                .id();
        return UUID.fromString(id.substring("breach-".length()));
    }

    private UUID commitment() {
        var id = Ids.next();
        var due = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(40);
        Pages.seenBy(reporter)
                .post(
                        group + "/commitments",
                        "sealed",
                        here.sealed(reporter, new KeyholderRoom.About("commitment", id, id), Map.of("text", "x")),
                        "due",
                        due.toString(),
                        "witness",
                        other.toString());
        return id;
    }

    private UUID coachedIssue() {
        var id = Ids.next();
        Pages.seenBy(affected)
                .post(
                        group + "/parking-lot",
                        "importance",
                        "5",
                        "urgency",
                        "5",
                        "sealed",
                        here.sealed(affected, new KeyholderRoom.About("issue", id, id), Map.of("title", "x")));
        var coach = group + "/issues/" + id + "/coach";
        Pages.seenBy(affected).post(coach + "/ask", "person", other.toString());
        Pages.seenBy(other).post(coach + "/accept");
        return id;
    }
}
