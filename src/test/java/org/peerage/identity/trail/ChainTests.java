package org.peerage.identity.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.Superuser;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Whoever holds the database changes a chain past the program, and is found out. Each change is taken back again.
class ChainTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");

    @Test
    void aChangedEntryIsNamed() {
        var entries = sixEntries();
        for (var change : List.of(
                "kind = 'signed-in-never'",
                "at = at - interval '1 microsecond'",
                "person_id = gen_random_uuid(), network_id = chain",
                "about = gen_random_uuid()",
                "network_id = gen_random_uuid()",
                "mark = sha256(mark)")) {
            assertThat(brokenAfter("update identity.audit set " + change + " where id = '" + entries.get(2) + "'"))
                    .as(change)
                    .containsExactly(entries.get(2));
        }
    }

    @Test
    void anEntryTakenOutOfTheMiddleIsMissedByTheOneBehindIt() {
        var entries = sixEntries();
        assertThat(brokenAfter("delete from identity.audit where id = '" + entries.get(3) + "'"))
                .containsExactly(entries.get(4));
        assertThat(brokenAfter(
                        "delete from identity.audit where id = '" + entries.get(3) + "'",
                        "update identity.audit set number = number - 1 where number > 4 and number < 100000 and chain = '"
                                + wren.person() + "'"))
                .containsExactly(entries.get(4));
        assertThat(brokenAfter("delete from identity.audit where id = '" + entries.get(0) + "'"))
                .containsExactly(entries.get(1));
    }

    @Test
    void twoThatChangedPlacesAreFoundOut() {
        var entries = sixEntries();
        assertThat(brokenAfter(swap(entries.get(2), entries.get(3), "number")))
                .contains(entries.get(3))
                .hasSize(1);
        assertThat(brokenAfter(swap(entries.get(2), entries.get(3), "at"))).containsExactly(entries.get(2));
    }

    @Test
    void oneThatWasPutInIsFoundOut() {
        var entries = sixEntries();
        var put = UUID.randomUUID();
        assertThat(brokenAfter(
                        "set local session_replication_role = replica",
                        "insert into identity.audit (id, chain, person_id, kind, at) values ('%1$s', '%2$s', '%2$s', 'x', now())"
                                .formatted(put, wren.person())))
                .contains(put);
        assertThat(brokenAfter(
                        "update identity.audit set number = number + 100000 where number > 3 and chain = '"
                                + wren.person() + "'",
                        "update identity.audit set number = number - 99999 where number > 100000 and chain = '"
                                + wren.person() + "'",
                        """
                        insert into identity.audit (id, chain, person_id, kind, at, number, mark)
                        select '%s', chain, person_id, kind, at, 4, mark from identity.audit where id = '%s'
                        """.formatted(put, entries.get(2))))
                .containsExactly(put);
    }

    /// Only who has kept a mark notices: the page does.
    @Test
    void whatIsTakenFromTheEndIsNotSeenByTheChainAndItsMarkIsGone() {
        var entries = sixEntries();
        assertThat(brokenAfter("delete from identity.audit where id = '" + entries.getLast() + "'"))
                .isEmpty();
        var whole = followed(List.of(), store -> store.followed(wren.person().value()));
        var rest = followed(
                List.of("delete from identity.audit where id = '" + entries.getLast() + "'"),
                store -> store.followed(wren.person().value()));
        assertThat(rest.count()).isEqualTo(whole.count() - 1);
        assertThat(rest.last()).isNotEqualTo(whole.last());
    }

    @Test
    void allWhoActAtOnceStandInTheChain() throws Exception {
        var before = chain(wren.person()).count();
        atOnce(IntStream.range(0, 8)
                .<Callable<?>>mapToObj(_ -> () -> NetworkFixture.as(wren.person(), () -> {
                    peerage.bean(Trail.class).note(Deed.SIGNED_IN, null);
                    return "";
                }))
                .toList());
        var after = chain(wren.person());
        assertThat(after.count()).isEqualTo(before + 8);
        assertThat(after.broken()).isEmpty();
    }

    /// Each has written in both before either ends.
    @Test
    void twoTransactionsThatWriteInTheSameChainsDoNotWaitForEachOther() throws Exception {
        var odo = Caller.enrolled(peerage, "Odo Outside");
        var both = new CyclicBarrier(2);
        atOnce(List.of(
                () -> inBoth(both, wren.person(), odo.person()), () -> inBoth(both, odo.person(), wren.person())));
        for (var person : List.of(wren.person(), odo.person())) {
            assertThat(chain(person).broken()).isEmpty();
        }
    }

    @Test
    void whatWasThereBeforeIsChainedByTheMigration() throws IOException {
        sixEntries();
        var steps = List.of(
                """
                drop trigger chain_audit on identity.audit;
                drop function identity.chain_audit();
                drop function identity.forget_trail(uuid);
                drop function identity.audit_turn(uuid);
                drop function identity.audit_mark(bytea, identity.audit);
                drop policy chaining on identity.audit;
                drop policy checking on identity.audit;
                alter table identity.audit drop column chain cascade, drop column number, drop column network_id,
                    drop column about, drop column mark;
                create policy own_write on identity.audit for insert to peerage_app with check (person_id = tenancy.me());
                set local role peerage_owner
                """,
                Files.readString(Path.of("src/main/resources/db/migration/identity/V11__chained_trail.sql")),
                "reset role");
        var was = followed(List.of(), store -> store.followed(wren.person().value()));
        var chained = followed(steps, store -> store.followed(wren.person().value()));
        assertThat(chained.count()).isEqualTo(was.count());
        assertThat(chained.broken()).isEmpty();
        assertThat(followed(steps, TrailCheck::followed).broken()).isEmpty();
    }

    private List<UUID> sixEntries() {
        for (var i = 0; i < 6; i++) {
            NetworkFixture.as(wren.person(), () -> {
                peerage.bean(Trail.class).note(Deed.SIGNED_IN, null);
                return "";
            });
        }
        return followed(
                List.of(),
                store -> store.after(wren.person().value(), 0).stream()
                        .map(Entry::id)
                        .toList());
    }

    private static String swap(UUID one, UUID other, String column) {
        return column.equals("number") ? """
                        with two as (select id, number from identity.audit where id in ('%1$s', '%2$s')),
                             away as (select max(number) + 1000000 as far from two)
                        update identity.audit a set number = (select far from away) where a.id = '%1$s';
                        update identity.audit a set number = a.number - 1 where a.id = '%2$s';
                        update identity.audit a set number = a.number - 1000000 where a.id = '%1$s'
                        """.formatted(one, other) : """
                        with two as (select id, at from identity.audit where id in ('%1$s', '%2$s'))
                        update identity.audit a set at = (select t.at from two t where t.id <> a.id)
                        where a.id in ('%1$s', '%2$s')
                        """.formatted(one, other);
    }

    private List<UUID> brokenAfter(String... changes) {
        var others = followed(List.of(), TrailCheck::followed).broken();
        var broken =
                new ArrayList<>(followed(List.of(changes), TrailCheck::followed).broken());
        broken.removeAll(others);
        return broken;
    }

    private Chain chain(PersonId person) {
        return followed(List.of(), store -> store.followed(person.value()));
    }

    /// As whoever holds the database; nothing of it stays.
    private <T> T followed(List<String> changes, Function<TrailStore, T> reading) {
        try (var superuser = new Superuser(peerage);
                var statement = superuser.connection().createStatement()) {
            var connection = superuser.connection();
            connection.setAutoCommit(false);
            for (var change : changes) {
                statement.execute(change);
            }
            var found =
                    reading.apply(new TrailStore(JdbcClient.create(new SingleConnectionDataSource(connection, true))));
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String inBoth(CyclicBarrier both, PersonId first, PersonId second) {
        return Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> {
                    peerage.bean(Trail.class).note(first, Deed.SIGNED_IN, Instant.parse("2026-11-02T09:00:00Z"));
                    peerage.bean(Trail.class).note(second, Deed.SIGNED_IN, Instant.parse("2026-11-02T09:00:00Z"));
                    try {
                        both.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return "";
                }));
    }

    private static void atOnce(List<Callable<?>> acts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = acts.stream().map(threads::submit).toList();
            for (var one : all) {
                one.get();
            }
        }
    }
}
