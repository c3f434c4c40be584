package org.peerage.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Java process of its own that holds a database until it is killed. Tells that it does through a file.
final class HeldDatabase {

    private HeldDatabase() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        try (var database = PostgresFixture.start(home)) {
            PostgresFixture.run(
                    PostgresFixture.login(home, Role.SUPERUSER),
                    "create table kept (word text)",
                    "insert into kept values ('kept')");
            Files.writeString(home.resolve("held"), database.app().user(), StandardCharsets.UTF_8);
            Thread.currentThread().join();
        }
    }
}
