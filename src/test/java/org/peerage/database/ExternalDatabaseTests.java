package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDatabaseTests {

    @ParameterizedTest
    @CsvSource({
        "postgres://ann:pw@db:5433/peerage, jdbc:postgresql://db:5433/peerage, ann, pw",
        "postgresql://ann:p%40w%2F1@db/peerage, jdbc:postgresql://db/peerage, ann, p@w/1",
        "postgres://ann:a+b@db/peerage?sslmode=require, jdbc:postgresql://db/peerage?sslmode=require, ann, a+b",
        "jdbc:postgresql://db/peerage?user=ann&password=pw&ssl=true, jdbc:postgresql://db/peerage?ssl=true, ann, pw",
        "postgres://ann@one:5432;two:5432/peerage, jdbc:postgresql://one:5432;two:5432/peerage, ann, ''",
        "postgres://ann:pw@[::1]:5432/peerage, jdbc:postgresql://[::1]:5432/peerage, ann, pw",
    })
    void addressesAreReadInEitherSpelling(String written, String url, String user, String password) {
        // A comma would end the column, so the row writes a list of hosts with a semicolon.
        var address = written.replace(';', ',');
        assertThat(ExternalDatabase.from(Map.of("PEERAGE_DATABASE_URL", address)))
                .contains(new ExternalDatabase(new DatabaseLogin(url.replace(';', ','), user, password), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://ann:secret@db/peerage", "postgres://ann:secret@db", "db.example.org", "postgres:"})
    void anotherKindOfAddressIsNamedByItsVariableAndNotRepeated(String address) {
        assertThatThrownBy(() -> ExternalDatabase.from(Map.of("PEERAGE_DATABASE_URL", address)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageStartingWith("PEERAGE_DATABASE_URL is not a database address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUserIsNeeded() {
        assertThatThrownBy(() -> ExternalDatabase.from(Map.of("PEERAGE_DATABASE_URL", "postgres://db/peerage")))
                .hasMessageStartingWith("PEERAGE_DATABASE_URL names no user");
    }

    @Test
    void nothingSetMeansTheEmbeddedDatabase() {
        assertThat(ExternalDatabase.from(Map.of("PEERAGE_DATABASE_URL", " "))).isEmpty();
    }

    @Test
    void theMigrationAddressAloneIsAMistake() {
        var environment = Map.of("PEERAGE_MIGRATION_DATABASE_URL", "postgres://ann:pw@db/peerage");
        assertThatThrownBy(() -> ExternalDatabase.from(environment))
                .hasMessageStartingWith("PEERAGE_MIGRATION_DATABASE_URL is set but PEERAGE_DATABASE_URL is not");
    }

    @Test
    void aSecretMayComeFromAFile(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("url"), "postgres://ann:pw@db/peerage\n");
        assertThat(ExternalDatabase.from(Map.of("PEERAGE_DATABASE_URL_FILE", secret.toString())))
                .contains(new ExternalDatabase(new DatabaseLogin("jdbc:postgresql://db/peerage", "ann", "pw"), null));
        assertThatThrownBy(() -> ExternalDatabase.from(Map.of("PEERAGE_DATABASE_URL_FILE", "/nowhere/url")))
                .hasMessageStartingWith("PEERAGE_DATABASE_URL_FILE names a file that cannot be read");
    }
}
