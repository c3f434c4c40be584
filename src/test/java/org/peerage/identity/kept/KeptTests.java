package org.peerage.identity.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.canary.StolenDatabase;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.ByLink;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody learns of what is kept on them, against the tables as they are.
class KeptTests {

    /// Names of columns of ids that name no person but a thing.
    private static final Set<String> THINGS = Set.of(
            "id",
            "about",
            "ballot_id",
            "carried_from",
            "circle_id",
            "commitment_id",
            "copied_from",
            "date_id",
            "entry_id",
            "file_id",
            "goal_id",
            "group_id",
            "hand_item",
            "hook_id",
            "into_id",
            "issue_id",
            "item_id",
            "link_id",
            "meeting_id",
            "network_id",
            "node_id",
            "option_id",
            "outcome_id",
            "poll_id",
            "processing_id",
            "proposal_id",
            "prospect_id",
            "ready_for",
            "record_id",
            "request",
            "run_id",
            "scorecard_id",
            "seat_id",
            "seed_id",
            "stated_id",
            "subject",
            "subject_id",
            "thing_id",
            "thread_id",
            "topic_id",
            "words_id",
            "act_subject",
            "breach_id",
            "ballot_subject",
            "left_out",
            "added");

    /// Where an id of these names holds a thing after all: the node that works on a search, a learning that is
    /// asked for, earlier words.
    private static final Set<String> THINGS_THERE = Set.of(
            "proposals.run.held_by", "learnings.asking.about_id", "meetings.swap.other_id", "breach.account.again");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void everyTableThatNamesSomebodySaysWhatOfItGoesOutOrWhyNothingDoes() {
        var described = new TreeSet<String>();
        for (var table : peerage.bean(KeptTables.class).all()) {
            assertThat(table.goesOut() || table.keptBack().length() > 10)
                    .as(table.table())
                    .isTrue();
            table.naming().forEach(column -> described.add(table.table() + "." + column.replace("~", "")));
        }
        var there = new TreeSet<String>();
        for (var column : columns("c.udt_name in ('uuid', '_uuid')")) {
            var name = column.substring(column.lastIndexOf('.') + 1);
            if (!THINGS.contains(name) && !THINGS_THERE.contains(column)) {
                there.add(column);
            }
        }
        described.removeAll(Set.of("identity.person.id", "identity.web_session.principal_name"));
        assertThat(described)
                .as("a new column that names somebody gets a line in personal/<module>.txt; another goes into THINGS")
                .isEqualTo(there);
    }

    @Test
    void aTableWithANameOrAnAddressInItIsDescribed() {
        var described = peerage.bean(KeptTables.class).all().stream()
                .map(KeptTable::table)
                .collect(Collectors.toSet());
        assertThat(columns("c.column_name ~ '(^|_)(name|email|address)$' and c.udt_name = 'text'"))
                .allSatisfy(column -> assertThat(described).contains(column.substring(0, column.lastIndexOf('.'))));
    }

    @Test
    void whateverGoesOutIsThereForEverybodyToRead() {
        for (var person : List.of(new PersonId(Ids.next()), aMember())) {
            var kept = file(person).path("kept");
            assertThat(kept.size()).isGreaterThan(60);
            assertThat(Pages.seenBy(person).get("/keys/kept").status()).isEqualTo(200);
        }
    }

    /// Searched for in every table as a thief would: wherever the id stands, a line says so, and what is to go
    /// out does.
    @Test
    void noTableNamesSomebodyUnsaid() {
        var member = aMember();
        var kept = file(member);
        var unsaid = new TreeMap<String, String>();
        StolenDatabase.texts(peerage.login("peerage_backup"), table -> true).forEach((dumped, text) -> {
            var table = dumped.replace(" as text", "").replace("\"", "");
            if (text.contains(member.toString())
                    && !kept.path("kept").has(table)
                    && !kept.path("kept_back").has(table)
                    && !table.endsWith("attributes")) {
                unsaid.put(table, "");
            }
        });
        assertThat(unsaid).isEmpty();
        assertThat(kept.path("kept").path("groups.seat")).hasSize(1);
        assertThat(kept.path("kept").path("groups.signature")).hasSize(1);
        assertThat(kept.path("kept").path("rooms.member")).hasSize(1);
        assertThat(kept.path("kept").path("networks.member")).hasSize(1);
    }

    @Test
    void itIsReadOnAPageAndSavedAndOthersAreNotInIt() {
        var wren = Caller.enrolled(peerage, "Wren Halloway");
        var other = Caller.enrolled(peerage, "Odo Outside");
        var page = wren.page("/keys/kept");
        assertThat(page.select("h2").eachText()).contains("You", "What opens your keys", "What is kept back, and why");
        assertThat(page.select("main").text()).contains("Wren Halloway").doesNotContain("identity.kept", "Odo");
        assertThat(wren.page("/keys").select("a[href=/keys/kept]")).hasSize(1);

        var saved = wren.get("/keys/kept.json");
        assertThat(saved.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(saved.body())
                .contains("Wren Halloway", wren.person().toString())
                .doesNotContain(other.person().toString());
        assertThat(JsonMapper.shared()
                        .readTree(saved.body())
                        .path("kept")
                        .path("identity.person")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Wren Halloway");
    }

    @Test
    void whoeverHasButALinkShowsKeysFirst() {
        var thief = ByLink.signedIn(peerage, Caller.enrolled(peerage, "Wren Halloway"));
        assertThat(thief.get("/keys/kept.json").statusCode()).isNotEqualTo(200);
        assertThat(thief.get("/keys/kept").statusCode()).isNotEqualTo(200);
    }

    private static PersonId aMember() {
        return GroupFixture.aGroup().with(2).inAnOpenRoom().members.getFirst();
    }

    private static JsonNode file(PersonId person) {
        var answer = Pages.seenBy(person).get("/keys/kept.json");
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private List<String> columns(String which) {
        return peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                .sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_name <> 'flyway_history'
                          and c.table_schema !~ '^(pg_|information_schema)' and
                        """ + which)
                .query(String.class)
                .list());
    }
}
