package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A program of the version before goes on working while the new one has already changed the schema: a change adds, and
/// what is no longer needed goes one version later, when no program asks for it any more (`docs/operations.md`,
/// upgrade).
class RollingMigrationsTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /// What takes something away that a statement of the version before may name, or asks of its rows what that version
    /// does not write.
    private static final List<Pattern> TAKES = List.of(
            Pattern.compile("\\bdrop (table|column|view|function|schema|type|sequence)\\b"),
            Pattern.compile("\\brename\\b"),
            Pattern.compile("\\balter (column )?[a-z_]+ (set data )?type\\b"),
            Pattern.compile("\\bset not null\\b"),
            Pattern.compile("\\badd column (?:if not exists )?[a-z_]+ (?:(?!,|;|\\bdefault\\b|\\bgenerated\\b).)*"
                    + "\\bnot null\\b(?:(?!,|;|\\bdefault\\b|\\bgenerated\\b).)*(?=[,;])"),
            Pattern.compile(
                    "\\brevoke (select|insert|update|delete|usage|all) (?:(?! from public).)* from peerage_app"));

    /// Made before anybody ran a version: no program was there to go on. Nothing is added to these.
    private static final Set<String> BEFORE_THE_FIRST_VERSION =
            Set.of("identity/V2__sign_in_links.sql", "identity/V11__chained_trail.sql");

    @Test
    void whatAMigrationChangesLeavesTheVersionBeforeItsStatements() throws IOException {
        var taking = new TreeSet<String>();
        for (var file : later()) {
            if (!taken(Files.readString(file)).isEmpty()) {
                taking.add(name(file));
            }
        }
        assertThat(taking)
                .as("migrations that take something away while programs of the version before run")
                .isEqualTo(new TreeSet<>(BEFORE_THE_FIRST_VERSION));
    }

    /// Between the two the older program would see nothing, or be refused.
    @Test
    void aRuleThatIsTakenBackIsReplacedInTheSameStep() throws IOException {
        var dropped = Pattern.compile("drop policy [a-z_]+ on ([a-z_.\"]+)");
        for (var file : later()) {
            var sql = bare(Files.readString(file));
            dropped.matcher(sql)
                    .results()
                    .forEach(drop -> assertThat(sql)
                            .as("%s: a policy on %s in the place of that one", name(file), drop.group(1))
                            .containsPattern("create policy [a-z_]+ on " + Pattern.quote(drop.group(1)) + "\\b"));
        }
    }

    @Test
    void theReadingSeesWhatIsTakenAndLetsPassWhatIsAdded() {
        for (var taking : List.of(
                "alter table a.b drop column c;",
                "alter table a.b rename to c;",
                "alter table a.b add column c uuid not null;",
                "alter table a.b add column c text not null check (c <> ''), add column d text;",
                "alter table a.b alter column c type bigint;",
                "alter table a.b alter column c set not null;",
                "revoke insert on a.b from peerage_app;",
                "drop view a.shared_b;")) {
            assertThat(taken(taking)).as(taking).isNotEmpty();
        }
        for (var adding : List.of(
                "alter table a.b add column c uuid, add column d integer not null default 0;",
                "alter table a.b alter column c drop not null;",
                "create table a.c (id uuid not null);",
                "-- drop table a.b\ncreate index on a.b (c);",
                "revoke all on function a.f() from public;",
                "create or replace view a.shared_b as select 1;")) {
            assertThat(taken(adding)).as(adding).isEmpty();
        }
    }

    private static List<String> taken(String sql) {
        var bare = bare(sql);
        var found = new ArrayList<String>();
        for (var pattern : TAKES) {
            pattern.matcher(bare).results().forEach(match -> found.add(match.group()));
        }
        return found;
    }

    private static String bare(String sql) {
        return sql.replaceAll("--[^\\n]*", "")
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /// The first of a module makes it.
    private static List<Path> later() throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            return files.filter(file -> file.getFileName().toString().matches("V\\d+__.*\\.sql"))
                    .filter(file -> !file.getFileName().toString().startsWith("V1__"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path file) {
        return MIGRATIONS.relativize(file).toString();
    }
}
