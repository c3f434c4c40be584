package org.peerage.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Database;
import org.peerage.tenancy.Ids;

/// `./peerage enrol`: one more link like the one that a fresh instance shows on its console, from a second process and
/// without a mail server. Whoever may read the files in `PEERAGE_HOME` may make one.
public final class EnrolCommand {

    private EnrolCommand() {}

    /// Empty when no instance runs on this folder.
    public static Optional<String> link(Path home, Map<String, String> environment) {
        var settings = new IdentitySettings(URI.create(address(home, environment)));
        return Acting.asProgram(
                "sign-in",
                () -> Database.besideRunning(
                        home,
                        environment,
                        sql -> new PersonalLinks(sql, InstantSource.system(), settings)
                                .issue(FirstLink.FOUND, Ids.next(), "", "/networks/new")
                                .url()));
    }

    private static String address(Path home, Map<String, String> environment) {
        var port = environment.getOrDefault("PEERAGE_PORT", "8080");
        return Optional.ofNullable(environment.get("PEERAGE_BASE_URL"))
                .filter(address -> !address.isBlank())
                .or(() -> Database.address(home))
                .orElse("http://localhost:" + port);
    }
}
