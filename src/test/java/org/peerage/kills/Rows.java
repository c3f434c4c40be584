package org.peerage.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What lies in the database, read past the program by the role that makes backups.
final class Rows {

    private static final String ROLE = "peerage_backup";

    private final Path home;

    Rows(Path home) {
        this.home = home;
    }

    /// One word, empty where there is no row.
    String one(String sql, String... parameters) throws SQLException, IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + kept("database.port") + "/peerage";
        try (var connection = DriverManager.getConnection(url, ROLE, kept("secrets/" + ROLE));
                var statement = connection.prepareStatement(sql)) {
            for (var number = 0; number < parameters.length; number++) {
                statement.setString(number + 1, parameters[number]);
            }
            try (var row = statement.executeQuery()) {
                var word = row.next() ? row.getString(1) : "";
                return word == null ? "" : word;
            }
        }
    }

    private String kept(String name) throws IOException {
        return Files.readString(home.resolve(name)).strip();
    }
}
