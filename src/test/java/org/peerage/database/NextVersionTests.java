package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

/// Two versions at once: a node of the next version has brought the schema up to date while this one still serves. What
/// the next version does is made up here and of the kinds that `RollingMigrationsTests` allows; it is taken back
/// afterwards, for the other tests of this run.
class NextVersionTests {

    private static final String[] NEXT = {
        "set role peerage_owner",
        "alter table networks.network add column motto text",
        "alter table networks.profile add column seen integer not null default 0",
        "create table networks.gathering (network_id uuid primary key, held_on date not null)",
        "alter table networks.gathering enable row level security",
        "alter table networks.gathering force row level security",
        "create policy members_read on networks.gathering for select to peerage_app"
                + " using (network_id = any (array(select networks.my_networks())))",
        "grant select on networks.gathering to peerage_app",
        "update database.schema_state set version = version + 1, fingerprint = 'next' where module = 'networks'",
    };

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller convener = Caller.named(peerage, "Ivo Example").takeUp(peerage.foundingLink());
    private final DatabaseLogin all = peerage.login(Role.SUPERUSER.user());
    private final int version;
    private final String fingerprint;

    NextVersionTests() throws Exception {
        version = Integer.parseInt(ofNetworks("version"));
        fingerprint = ofNetworks("fingerprint");
    }

    @AfterEach
    void takeBack() throws Exception {
        PostgresFixture.run(
                all,
                "alter table networks.network drop column if exists motto",
                "alter table networks.profile drop column if exists seen",
                "drop table if exists networks.gathering",
                "update database.schema_state set version = " + version + ", fingerprint = '" + fingerprint
                        + "' where module = 'networks'");
    }

    private String ofNetworks(String column) throws Exception {
        return PostgresFixture.one(all, "select " + column + " from database.schema_state where module = 'networks'");
    }

    @Test
    void whoeverRunsGoesOnAndWhoeverStartsAnewIsRefused() throws Exception {
        var network = founded("Before");
        readsAndWrites(network);
        PostgresFixture.run(all, NEXT);

        readsAndWrites(network);
        var another = Caller.named(peerage, "Ada Example").takeUp(peerage.foundingLink());
        assertThat(another.post("/networks", Map.of("name", "Afterwards", "purpose", "", "zone", "Europe/Lisbon"))
                        .statusCode())
                .isEqualTo(302);

        var app = peerage.bean(Database.class).app();
        assertThatThrownBy(() -> new Migrations(Modules.inOrder(), "The database")
                        .bringUpToDate(app, peerage.login(Role.MIGRATE.user())))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(
                        "written by another version of Peerage: its schema networks is at version " + (version + 1))
                .hasMessageContaining("Nothing was changed.");
        readsAndWrites(network);
    }

    private String founded(String name) {
        var answer = convener.post("/networks", Map.of("name", name, "purpose", "", "zone", "Europe/Lisbon"));
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void readsAndWrites(String network) {
        assertThat(convener.post(network + "/people", Map.of("people", "Ada Sample, Quay Works"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(convener.post(
                                network + "/edit",
                                Map.of("name", "Afterwards", "purpose", "Peers", "zone", "Europe/Lisbon"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(convener.page(network).select("h1").text()).isEqualTo("Afterwards");
        assertThat(convener.page(network + "/directory").text()).contains("Ada Sample");
        assertThat(convener.page(network + "/trail").select("dd").eachText()).hasSizeGreaterThan(2);
        assertThat(convener.get(network + "/people.csv").body()).contains("Quay Works");
    }
}
