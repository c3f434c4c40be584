package org.peerage;

import static org.peerage.networks.NetworkFixture.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sponsors.SponsorFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The files in `authority`, one a module, and the people and things they are tried with: a group in its network, its
/// meeting at work, and another group elsewhere. Trying changes them, so each class makes its own.
final class AuthorityMatrix {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Map<String, String> SAID = Map.of("text", "x");
    static final Path MATRIX = Path.of("src/test/resources/authority");

    final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    final GroupFixture elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();

    /// A stranger belongs nowhere, a sponsor sees one page of the group and one of its network; the two from elsewhere
    /// have every right, in another network.
    final Map<String, PersonId> people = new LinkedHashMap<>(Map.of(
            "stranger", NetworkFixture.aPerson(),
            "chair elsewhere", elsewhere.chair(),
            "convener elsewhere", elsewhere.convener,
            "convener", here.convener,
            "chair", here.chair(),
            "member", here.members.getFirst(),
            "sponsor", SponsorFixture.ofBoth(here)));

    final Map<String, String> names = names();

    static Stream<Route> routes() throws IOException {
        try (var files = Files.list(MATRIX)) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::of);
        }
    }

    static Stream<Route> probed() throws IOException {
        return routes().filter(Route::isProbed);
    }

    static Stream<Route> closed() throws IOException {
        return routes().filter(route -> !route.forAnybody());
    }

    Pages.Answer ask(PersonId person, Route route) {
        return Pages.seenBy(person).ask(route.method(), named(route.example()), named(route.sent()));
    }

    String named(String text) {
        var named = text.replace("$nothing", uuid());
        for (var name : names.entrySet()) {
            named = named.replace("$" + name.getKey(), name.getValue());
        }
        return named;
    }

    /// A group with a date, its meeting at work on a member's issue, and that member's promise before the chair.
    private Map<String, String> names() {
        var chair = here.chair();
        var member = here.members.getFirst();
        var names = new TreeMap<String, String>(java.util.Comparator.reverseOrder());
        names.put("network", one(here.convener, "select network_id::text from groups.shared_group where id = :group"));
        names.put("group", here.group.toString());
        names.put("room", here.heldRoom().id());
        names.put("seat", here.aSpareSeat().toString());
        names.put("person", member.toString());
        names.put("profile", here.aSpareLeader().toString());
        var start = LocalDateTime.ofInstant(Instant.now(), LISBON).plusMinutes(5);
        DateId date = as(chair, () -> PEERAGE.bean(Dates.class).set(here.group, start, LISBON, 240, "", ""));
        names.put("date", date.value().toString());
        post(
                chair,
                "/groups/" + here.group + "/poll",
                "request",
                uuid(),
                "day",
                "2031-03-04",
                "time",
                "18:00",
                "zone",
                LISBON.getId(),
                "minutes",
                "240",
                "closes",
                "2031-03-01");
        names.put("poll", one(chair, "select id::text from scheduling.poll where group_id = :group"));
        names.put("option", one(chair, "select id::text from scheduling.poll_option where group_id = :group"));
        var meeting = as(chair, () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        names.put("meeting", meeting.toString());
        post(
                member,
                "/meetings/" + meeting + "/issue",
                "kind",
                "decision",
                "minutes",
                "36",
                "sealed",
                here.sealed(member, "issue", Ids.next(), Map.of("title", "x")));
        names.put("issue", one(member, "select id::text from issues.shared_issue where group_id = :group"));
        as(chair, () -> PEERAGE.bean(Meetings.class).act(meeting, "start", null));
        names.put(
                "item",
                one(
                        chair,
                        "select id::text from meetings.shared_item where subject_id is not null and meeting_id ="
                                + " (select id from meetings.shared_meeting where group_id = :group)"));
        var promise = Ids.next();
        post(
                member,
                "/groups/" + here.group + "/commitments",
                "due",
                inDays(9),
                "witness",
                chair.toString(),
                "sealed",
                here.sealed(member, "commitment", promise, SAID));
        names.put("commitment", promise.toString());
        names.put(
                "confidence",
                told("confidences", "confidence", about -> here.sealedFor(member, List.of(chair), about, SAID)));
        names.put(
                "conflict",
                told(
                        "conflicts/group",
                        "conflict",
                        about -> here.sealed(member, about, Map.of("with", "x", "text", "x"))));
        names.put("entry", told("wall", "wall-entry", about -> here.sealed(member, about, SAID)));
        names.put("goal", told("goals", "goal", about -> here.sealed(member, about, SAID), "by", inDays(90)));
        names.put(
                "put",
                java.net.URLEncoder.encode(
                        elsewhere.sealed(elsewhere.chair(), "update", Ids.next(), Map.of("word", "x")),
                        java.nio.charset.StandardCharsets.UTF_8));
        return names;
    }

    private static void post(PersonId person, String path, String... fields) {
        Pages.seenBy(person).post(path, fields);
    }

    /// The member tells the group something of its own.
    ///
    /// @param also what its form has besides
    private String told(String path, String kind, Function<KeyholderRoom.About, String> seal, String... also) {
        var id = Ids.next();
        var fields = new ArrayList<>(List.of("sealed", seal.apply(new KeyholderRoom.About(kind, id, id))));
        fields.addAll(List.of(also));
        post(here.members.getFirst(), "/groups/" + here.group + "/" + path, fields.toArray(String[]::new));
        return id.toString();
    }

    private static String inDays(int days) {
        return LocalDate.now(LISBON).plusDays(days).toString();
    }

    private String one(PersonId person, String query) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(query)
                        .param("group", here.group.value())
                        .query(String.class)
                        .single());
    }

    static String uuid() {
        return UUID.randomUUID().toString();
    }
}
