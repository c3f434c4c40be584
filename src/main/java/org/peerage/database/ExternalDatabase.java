package org.peerage.database;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that somebody else runs, named by the environment. Without the second variable nothing is migrated.
record ExternalDatabase(DatabaseLogin app, @Nullable DatabaseLogin migration) {

    static final String APP_VARIABLE = "PEERAGE_DATABASE_URL";
    static final String MIGRATION_VARIABLE = "PEERAGE_MIGRATION_DATABASE_URL";
    static final String BACKUP_VARIABLE = "PEERAGE_BACKUP_DATABASE_URL";

    private static final String SHAPE = "postgres://user:password@host:5432/database";
    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<options>.*))?");

    static Optional<ExternalDatabase> from(Map<String, String> environment) {
        var app = setting(environment, APP_VARIABLE);
        var migration = setting(environment, MIGRATION_VARIABLE);
        if (app.isEmpty() && migration.isPresent()) {
            throw new DatabaseRefused(MIGRATION_VARIABLE + " is set but " + APP_VARIABLE
                    + " is not; set both, or neither to use the embedded database.");
        }
        return app.map(url -> new ExternalDatabase(
                parse(APP_VARIABLE, url),
                migration.map(other -> parse(MIGRATION_VARIABLE, other)).orElse(null)));
    }

    /// The way in of the role that reads everything and writes nothing.
    static Optional<DatabaseLogin> backup(Map<String, String> environment) {
        return setting(environment, BACKUP_VARIABLE).map(url -> parse(BACKUP_VARIABLE, url));
    }

    /// A variable, or the content of the file that `<variable>_FILE` names, as container secrets are handed over.
    private static Optional<String> setting(Map<String, String> environment, String variable) {
        var direct = environment.getOrDefault(variable, "").strip();
        if (!direct.isEmpty()) {
            return Optional.of(direct);
        }
        var file = environment.getOrDefault(variable + "_FILE", "").strip();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new DatabaseRefused(variable + "_FILE names a file that cannot be read: " + file + ".", e);
        }
    }

    /// Never repeats the value in a message: it holds a password.
    private static DatabaseLogin parse(String variable, String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new DatabaseRefused(variable + " is not a database address; write it as " + SHAPE + ".");
        }
        var user = decoded(parts.group("user"));
        var password = decoded(parts.group("password"));
        List<String> options = new ArrayList<>();
        for (var option : text(parts.group("options")).split("&", -1)) {
            if (option.startsWith("user=")) {
                user = decoded(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decoded(option.substring("password=".length()));
            } else if (!option.isBlank()) {
                options.add(option);
            }
        }
        if (user.isEmpty()) {
            throw new DatabaseRefused(variable + " names no user; write it as " + SHAPE + ".");
        }
        var jdbc = "jdbc:postgresql://" + parts.group("hosts") + "/" + parts.group("database");
        return new DatabaseLogin(options.isEmpty() ? jdbc : jdbc + "?" + String.join("&", options), user, password);
    }

    private static String decoded(@Nullable String text) {
        // A plus sign is a plain character in a URL's user part and in a driver option.
        return URLDecoder.decode(text(text).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }
}
