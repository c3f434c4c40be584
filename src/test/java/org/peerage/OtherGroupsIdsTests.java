package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.canary.WatchedRows;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is there, asked for by way of another group, by whoever has every right in both; and by those who have none
/// here, or none any more. The answer is the one that an id of nothing gets, and no row of these modules is another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherGroupsIdsTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final List<String> MODULES =
            List.of("attendance.", "breach.", "conflicts.", "farewell.", "rota.", "selection.", "sponsors.", "visits.");

    private static final WatchedRows ROWS = new WatchedRows(
            PEERAGE.login("peerage_backup"), table -> MODULES.stream().anyMatch(table::startsWith));

    private final PersonId chair = NetworkFixture.aPerson();
    private final GroupFixture here = chaired();
    private final GroupFixture there = chaired();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId gone = here.members.get(2);
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<PersonId, GroupFixture> askers = new LinkedHashMap<>();

    OtherGroupsIdsTests() {
        ids.put("$ada", ada.toString());
        ids.put("$newReport", report().toString());
        ids.put("$breach", breach(report()));
        ids.put("$farewell", farewell().toString());
        ids.put("$disclosure", disclosure().toString());
        meeting();
        prospect();
        leave();
        theme();
        here.letOut(gone);
        askers.put(chair, there);
        askers.put(there.members.getFirst(), here);
        askers.put(gone, here);
        askers.put(here.convener, here);
        askers.put(NetworkFixture.aPerson(), here);
    }

    private GroupFixture chaired() {
        var group = GroupFixture.chairedBy(chair, "Mara Example");
        List.of("Member 1", "Member 2", "Member 3").forEach(group::aMember);
        return group.inAnOpenRoom();
    }

    static Stream<String> posts() {
        return Stream.of(
                "/breach/reports/$newReport/contained accused=$ada&rests=true",
                "/breach/reports/$newReport/dropped",
                "/breach/$breach/heard",
                "/breach/$breach/veto",
                "/farewell/$farewell/hear",
                "/farewell/$farewell/announce last=$meeting",
                "/farewell/$farewell/stay",
                "/conflicts/$disclosure/ended",
                "/conflicts/candidates/$prospect profile=$prospect&finding=organisation&seen=x",
                "/attendance/leaves/$leave/agree",
                "/attendance/leaves/$leave/take-back",
                "/attendance/$ada/$meeting/excused",
                "/attendance/$ada/$meeting/excused/back",
                "/attendance/$ada/call",
                "/rota/$meeting/set person=$ada",
                "/rota/$meeting/skip",
                "/rota/$meeting/ask person=$ada",
                "/rota/$meeting/withdraw",
                "/rota/$meeting/agree",
                "/themes/$theme/down",
                "/visits prospect=$prospect&date=$date&bring=x",
                "/visits/$visit/link",
                "/visits/$visit/came",
                "/visits/$visit/call-off",
                "/visits/$visit/set-aside",
                "/prospects/$prospect/talk/link",
                "/prospects/$prospect/talk/times day=2031-03-04&time=10:00&zone=UTC&minutes=45",
                "/prospects/$prospect/talk/times/$visit/back");
    }

    @AfterAll
    static void nobodyWatchesAnyMore() {
        ROWS.close();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void whatIsNotTheirsIsNotThere(String post) {
        var before = ROWS.now();
        askers.forEach((person, group) -> {
            var real = ask(person, group, post, true);
            assertThat(real.status()).isEqualTo(404);
            assertThat(said(real)).isEqualTo(said(ask(person, group, post, false)));
        });
        assertThat(ROWS.now()).isEqualTo(before);
    }

    private Pages.Answer ask(PersonId person, GroupFixture group, String post, boolean real) {
        var named = post;
        for (var id : ids.entrySet()) {
            named = named.replace(id.getKey(), real ? id.getValue() : Ids.next().toString());
        }
        var parts = named.split(" ", 2);
        return Pages.seenBy(person).ask("POST", "/groups/" + group.group + parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static String said(Pages.Answer answer) {
        return answer.status() + answer.body().replaceAll("nonce=\"[^\"]*\"", "");
    }

    private UUID report() {
        var id = Ids.next();
        post(ada, "/breach", "sealed", sealed(ada, "breach-report", id, Map.of("what", "x", "harm", "x")));
        return id;
    }

    private String breach(UUID report) {
        post(
                chair,
                "/breach/reports/" + report + "/contained",
                "accused",
                "" + noor,
                "affected",
                "" + ada,
                "rests",
                "true");
        return Pages.seenBy(chair)
                .get("/groups/" + here.group + "/breach")
                .page()
                .expectFirst("[id^=breach-]")
                .id()
                .substring("breach-".length());
    }

    private UUID farewell() {
        var id = Ids.next();
        post(noor, "/farewell", "sealed", sealed(noor, "farewell", id, Map.of("text", "x")));
        return id;
    }

    private UUID disclosure() {
        var id = Ids.next();
        var words = here.sealed(chair, new KeyholderRoom.About("conflict", id, id), Map.of("with", "x", "text", "x"));
        post(chair, "/conflicts/group", "sealed", words);
        return id;
    }

    private void meeting() {
        var date = as(
                chair,
                () -> PEERAGE.bean(Dates.class)
                        .set(here.group, LocalDateTime.parse("2031-03-04T18:00"), LISBON, 240, "", ""));
        var meeting = as(chair, () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        ids.put("$date", date.toString());
        ids.put("$meeting", meeting.toString());
        for (var group : List.of(here, there)) {
            Pages.seenBy(chair).post("/groups/" + group.group + "/rota/way", "rotates", "true");
        }
        post(chair, "/rota/" + meeting + "/set", "person", "" + chair);
        post(chair, "/rota/" + meeting + "/ask", "person", "" + ada);
    }

    private void prospect() {
        var id = Ids.next();
        var why = here.sealed(chair, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
        post(chair, "/prospects", "profile", "" + here.aSpareLeader(), "sealed", why);
        post(chair, "/prospects/" + id + "/acts/screen", "seen", "nominated");
        post(chair, "/prospects/" + id + "/panel", "people", "" + ada, "people", "" + noor);
        post(chair, "/prospects/" + id + "/acts/ask-to-visit", "seen", "panel");
        var invited = Pages.seenBy(chair)
                .post(
                        "/groups/" + here.group + "/visits",
                        "prospect",
                        "" + id,
                        "date",
                        ids.getOrDefault("$date", ""),
                        "bring",
                        "");
        assertThat(invited.status()).isEqualTo(200);
        ids.put("$prospect", id.toString());
        ids.put("$visit", one("visits.visit"));
    }

    private void leave() {
        var first = LocalDate.now(LISBON).plusDays(3);
        post(ada, "/attendance/leaves", "first", "" + first, "last", "" + first.plusDays(3));
        ids.put("$leave", one("attendance.leave"));
    }

    private void theme() {
        var id = Ids.next();
        post(chair, "/themes", "id", "" + id, "words", "Growing abroad");
        ids.put("$theme", id.toString());
    }

    private String sealed(PersonId author, String kind, UUID id, Map<String, String> body) {
        return here.sealedFor(author, List.of(chair), new KeyholderRoom.About(kind, id, id), body);
    }

    private void post(PersonId person, String path, String... fields) {
        assertThat(Pages.seenBy(person)
                        .post("/groups/" + here.group + path, fields)
                        .status())
                .as(path)
                .isIn(200, 204, 302);
    }

    private String one(String table) {
        return as(
                chair,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id::text from " + table + " where group_id = :group")
                        .param("group", here.group.value())
                        .query(String.class)
                        .single());
    }
}
