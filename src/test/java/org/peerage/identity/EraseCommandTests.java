package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.Superuser;
import org.peerage.canary.StolenDatabase;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.kept.EraseCommand;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody is taken out of an instance that runs, with all its modules.
class EraseCommandTests {

    /// What others have, as the command says before it does anything: letters and notices about
    /// somebody.
    private static final List<String> OTHERS = List.of("mail.letter", "notices.notice");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void nobodyFindsTheirNameOrAddressInAnyTableAfterwardsAndTheyAreOut() {
        var here = GroupFixture.aGroup().with(2);
        var mark = "zz" + Ids.next().toString().replace("-", "").substring(20);
        var name = "Wren " + mark;
        var wren = Caller.enrolled(peerage, name);
        here.seat(wren.person(), name);
        aRunOf(here, wren.person(), name);
        aProspectFromBeforeTheyHadAnAccount(wren.person(), name);
        wren.post("/mail/address", Map.of("address", mark + "@example.org", "zone", "", "language", "en"));
        connectedElsewhere(wren, mark);
        assertThat(wren.get("/keys/kept.json").body()).contains(name, mark + "@example.org", mark + "@elsewhere");
        assertThat(holding(mark))
                .contains("identity.person", "groups.seat", "networks.profile", "proposals.run", "selection.prospect");

        assertThat(command(name)).isZero();
        assertThat(said()).contains(name, "It does not take: sealed texts");
        assertThat(holding(mark)).contains("identity.person");
        assertThat(command(name, "--for-ever")).isZero();

        var left = holding(mark);
        left.removeAll(OTHERS);
        assertThat(left).isEmpty();
        assertThat(name(wren)).isEqualTo("Erased person");
        assertThat(rows("select state from groups.seat where person_id = ?", wren.person()))
                .containsExactly("left");
        for (var gone : List.of(
                "identity.passkey",
                "identity.lock",
                "identity.own_rooms",
                "identity.provider_link",
                "mail.mailbox",
                "notices.notice",
                "networks.profile")) {
            assertThat(rows("select person_id::text from " + gone + " where person_id = ?", wren.person()))
                    .as(gone)
                    .isEmpty();
        }
        assertThat(rows(
                        "select (input ->> 0) || (input ->> 1) from proposals.run r join groups.group g"
                                + " on g.network_id = r.network_id where g.id = ?",
                        here.group.value()))
                .singleElement()
                .asString()
                .contains("Somebody else", "Erased person", "milling");
        assertThat(rows("select number || ' ' || kind from identity.audit where chain = ?", wren.person()))
                .containsExactly("1 erased");
        assertThat(command(name)).isOne();
    }

    private void connectedElsewhere(Caller who, String mark) {
        Acting.as(
                who.actor(),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("""
                        insert into identity.provider_link (issuer, subject, person_id, shown_as, connected_at)
                        values ('https://login.example.org', :mark, :person, :mark || '@elsewhere.example.org', now())
                        """)
                        .param("mark", mark)
                        .param("person", who.person().value())
                        .update()));
    }

    @Test
    void whoSitsInARoomIsNamelessThereUntilTheChairLetsThemOutAndOthersKeepEverything() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var member = here.members.getFirst();
        Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> {
                    peerage.bean(PersonStore.class).add(member, "Member to go", GroupFixture.THEN);
                    return member;
                }));
        var others = holding(here.chair().toString());
        assertThat(command(member.toString(), "--for-ever")).isZero();
        assertThat(rows("select state || ' ' || name from groups.seat where person_id = ?", member))
                .containsExactly("in-room Erased person");
        assertThat(rows("select active::text from rooms.member where person_id = ?", member))
                .containsExactly("true");
        assertThat(holding(here.chair().toString())).containsAll(others);
    }

    /// The link carries an id that was made up for whoever takes it up, and their name.
    @Test
    void aSeatThatWaitsForThemIsFreeAgainAndTheLinkToItLetsNobodyIn() {
        var here = GroupFixture.aGroup().with(2);
        var name = "Wren zz" + Ids.next().toString().replace("-", "").substring(20);
        var wren = Caller.enrolled(peerage, name);
        here.seat(wren.person(), name);
        var profile = new ProfileId(
                UUID.fromString(rows("select id::text from networks.profile where person_id = ?", wren.person())
                        .getFirst()));
        var next = GroupFixture.aGroupIn(here.network, here.convener).with(2);
        var invited = next.aSeatFor(profile);
        var link = next.invite(next.chair(), invited);
        var open = GroupFixture.aGroupIn(here.network, here.convener).with(2).aSeatFor(profile);
        assertThat(rows("select suggested_name from identity.personal_link where id = ?", link))
                .containsExactly(name);

        assertThat(command(wren.person().toString(), "--for-ever")).isZero();

        assertThat(rows(
                        "select suggested_name || (revoked_at is not null) from identity.personal_link where id = ?",
                        link))
                .containsExactly("true");
        for (var seat : List.of(invited, open)) {
            assertThat(rows("select state from groups.seat where id = ?", seat)).isEmpty();
        }
    }

    @Test
    void whoHasTheChairOfAnOpenRoomIsNotErasedBeforeTheyHandItOn() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> {
                    peerage.bean(PersonStore.class).add(here.chair(), "Mara Example", GroupFixture.THEN);
                    return here;
                }));
        assertThat(command(here.chair().toString(), "--for-ever")).isOne();
        assertThat(said()).contains("Nobody was erased.", "Hand the chair to somebody else first");
        assertThat(rows("select name from identity.person where id = ?", here.chair()))
                .containsExactly("Mara Example");
        assertThat(rows("select name || state from groups.seat where person_id = ?", here.chair()))
                .containsExactly("Mara Examplein-room");
    }

    /// Erasing waits for a session that is being written, and takes it; a later one is not written at all.
    @Test
    void whoSignsInAsThemAtThatMomentIsOutAsWell() throws Exception {
        var wren = Caller.enrolled(peerage, "Wren Halloway " + Ids.next());
        try (var signingIn = new Superuser(peerage)) {
            signingIn.connection().setAutoCommit(false);
            session(signingIn.connection(), wren.person());
            var erasing =
                    CompletableFuture.supplyAsync(() -> command(wren.person().toString(), "--for-ever"));
            var one = signingIn.column("select pg_backend_pid()").getFirst();
            while (peerage.column("select pid from pg_stat_activity where ?::int = any (pg_blocking_pids(pid))", one)
                    .isEmpty()) {
                assertThat(erasing).isNotDone();
                Thread.onSpinWait();
            }
            signingIn.connection().commit();
            assertThat(erasing.get(1, TimeUnit.MINUTES)).isZero();
            assertThat(rows("select 'x' from identity.web_session where principal_name = ?::text", wren.person()))
                    .isEmpty();
            assertThatThrownBy(() -> session(signingIn.connection(), wren.person()))
                    .hasMessageContaining("whoever is erased is signed in nowhere");
        }
    }

    @Test
    void nobodySignsInAsThemByALinkOfLater() {
        var wren = Caller.enrolled(peerage, "Wren Halloway " + Ids.next());
        assertThat(command(wren.person().toString(), "--for-ever")).isZero();
        var browser = ByLink.signedIn(peerage, wren);
        assertThat(browser.get("/keys").statusCode()).isNotEqualTo(200);
    }

    /// As the program writes it when somebody has signed in.
    private static void session(Connection connection, PersonId person) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local role peerage_app");
            statement.execute("select set_config('app.system_actor', 'sessions', true)");
            var id = Ids.next();
            statement.execute("insert into identity.web_session values ('" + id + "', '" + id + "', 1, 1, 1, "
                    + Long.MAX_VALUE + ", '" + person + "')");
        }
    }

    @Test
    void withoutOnePersonWhoIsMeantNothingIsDone() {
        assertThat(command("Nobody of this name " + Ids.next(), "--for-ever")).isOne();
        assertThat(command()).isEqualTo(2);
        assertThat(command("--for-ever")).isEqualTo(2);
        assertThat(command("Wren", "--now")).isEqualTo(2);
    }

    /// Asked a second time, it takes nobody whose name merely has the first one's in it.
    @Test
    void aPartOfANameSaysWhoAndTakesNobodyOut() {
        var mark = "zz" + Ids.next().toString().replace("-", "").substring(20);
        var wren = Caller.enrolled(peerage, "Wrenna " + mark);
        assertThat(command("na " + mark)).isZero();
        assertThat(command("na " + mark, "--for-ever")).isOne();
        assertThat(said()).contains(wren.person().toString());
        assertThat(name(wren)).isEqualTo("Wrenna " + mark);
    }

    /// Named while the directory knew them and the program did not: no account stands beside the name.
    private void aProspectFromBeforeTheyHadAnAccount(PersonId person, String name) {
        var open = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var profile = rows("select id::text from networks.profile where person_id = ?", person)
                .getFirst();
        var room = rows("select room_id from groups.room where group_id = ?", open.group.value())
                .getFirst();
        Acting.as(
                new Actor.Person(open.chair()),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("""
                        insert into selection.prospect (id, group_id, room_id, profile_id, name, standing, before,
                            owner_id, nominated_by, moved_at)
                        values (:id, :group, :room, cast(:profile as uuid), :name, 'nominated', 'nominated', :by, :by,
                            now())
                        """)
                        .param("id", Ids.next())
                        .param("group", open.group.value())
                        .param("room", room)
                        .param("profile", profile)
                        .param("name", name)
                        .param("by", open.chair().value())
                        .update()));
    }

    /// A search for groups keeps what it was asked, people's names included.
    private void aRunOf(GroupFixture here, PersonId person, String name) {
        var profile = rows("select id::text from networks.profile where person_id = ?", person)
                .getFirst();
        Acting.as(
                new Actor.Person(here.convener),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("""
                        insert into proposals.run (id, network_id, asked_by, asked_at, smallest, target, largest,
                            weights, rules, seconds, threads, seed, people, input, input_hash, state)
                        values (:id, :network, :by, now(), 2, 2, 4, '{}', '{}', 1, 1, 1, 2,
                            jsonb_build_array(jsonb_build_object('id', :other, 'name', 'Somebody else'),
                                jsonb_build_object('id', :profile, 'name', :name, 'industry', 'milling')),
                            repeat('0', 64), 'waiting')
                        """)
                        .param("id", Ids.next())
                        .param("network", here.network.value())
                        .param("by", here.convener.value())
                        .param("other", Ids.next().toString())
                        .param("profile", profile)
                        .param("name", name)
                        .update()));
    }

    private int command(String... words) {
        out.reset();
        var to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return EraseCommand.run(peerage.home(), System.getenv(), List.of(words), to, to);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The tables in a dump of which these words stand, in whatever case.
    private Set<String> holding(String words) {
        var found = new TreeSet<String>();
        StolenDatabase.texts(peerage.login("peerage_backup"), table -> true).forEach((table, text) -> {
            if (text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
                found.add(table.replace(" as text", "").replace("\"", ""));
            }
        });
        return found;
    }

    private String name(Caller who) {
        return rows("select name from identity.person where id = ?", who.person())
                .getFirst();
    }

    private List<String> rows(String query, PersonId person) {
        return rows(query, person.value());
    }

    private List<String> rows(String query, UUID id) {
        return peerage.column(query, id);
    }
}
