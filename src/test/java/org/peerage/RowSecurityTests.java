package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the catalogue of the real database says about every table, whoever wrote it.
class RowSecurityTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    /// Tables that the runtime role may not touch at all need no policy for it.
    private static final String REACHABLE = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
              and has_any_column_privilege('peerage_app', c.oid, 'select, insert, update, references')
            """;

    @Test
    void everyReachableTableForcesRowSecurity() {
        var open = query("select n.nspname || '.' || c.relname " + REACHABLE
                + " and not (c.relrowsecurity and c.relforcerowsecurity)");
        assertThat(open).isEmpty();
    }

    @Test
    void everyReachableTableHasAPolicy() {
        var open = query("select n.nspname || '.' || c.relname " + REACHABLE
                + " and not exists (select 1 from pg_policy p where p.polrelid = c.oid)");
        assertThat(open).isEmpty();
    }

    /// A table that the program may not read at all would pass the other tests unseen; so would one without rules.
    @Test
    void everyTableOfOursForcesRowSecurityOrIsOutOfReach() {
        assertThat(query("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'm') and n.nspname !~ '^(pg_|information_schema)'
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                  and (has_any_column_privilege('peerage_app', c.oid, 'select, insert, update, references')
                       or has_table_privilege('peerage_app', c.oid, 'delete, truncate, trigger')
                       or has_schema_privilege('peerage_app', n.oid, 'create')
                       or c.relname <> 'flyway_history')
                """)).isEmpty();
    }

    @Test
    void theRuntimeRoleOwnsNothingAndCannotBypassPolicies() {
        assertThat(query("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner "
                        + "where r.rolname = 'peerage_app'"))
                .isEmpty();
        assertThat(query("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void viewsRunAsWhoeverAsks() {
        assertThat(query("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'v' and n.nspname !~ '^(pg_|information_schema)'
                  and not coalesce(c.reloptions::text like '%security_invoker=true%', false)
                """)).isEmpty();
    }

    @Test
    void functionsThatActAsTheirOwnerTrustNoSearchPathAndAreNotForEverybody() {
        assertThat(query("""
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname !~ '^(pg_|information_schema)'
                  and (not coalesce(array_to_string(p.proconfig, ',') like '%search_path=""%', false)
                       or has_function_privilege('public', p.oid, 'execute'))
                """)).isEmpty();
        assertThat(query("""
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.proleakproof and n.nspname !~ '^(pg_|information_schema)'
                """)).isEmpty();
    }

    @Test
    void theSettingIsGoneWhenTheConnectionIsBorrowedAgain() {
        var person = new Actor.Person(new org.peerage.tenancy.PersonId(org.peerage.tenancy.Ids.next()));
        for (var round = 0; round < 40; round++) {
            Acting.as(person, () -> query("select tenancy.me()::text"));
            assertThat(query("select coalesce(tenancy.me()::text, 'nobody')")).containsExactly("nobody");
        }
    }

    private List<String> query(String text) {
        return peerage.inTransaction(() ->
                peerage.bean(JdbcClient.class).sql(text).query(String.class).list());
    }
}
