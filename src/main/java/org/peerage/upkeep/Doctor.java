package org.peerage.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.database.Database;
import org.peerage.database.DatabaseRefused;
import org.peerage.identity.openid.ProviderCheck;
import org.peerage.identity.trail.TrailCheck;
import org.peerage.mail.MailAccount;
import org.peerage.mail.replies.ReplyAccount;
import org.peerage.web.PublicAddress;
import org.peerage.web.SettingRefused;

/// Looks at an instance from beside it, with the same settings: what is right, what somebody should know, and what is
/// wrong with what to do. Changes nothing and sends nothing to anybody.
final class Doctor {

    private static final long GIGABYTE = 1L << 30;
    /// Of more broken chains than these, the database's own tools tell.
    private static final int NAMED = 20;
    private static final Duration CLOCK_APART = Duration.ofSeconds(5);

    private final Path home;
    private final Map<String, String> environment;
    private final InstantSource clock;

    Doctor(Path home, Map<String, String> environment, InstantSource clock) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    List<Finding> look() {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.good("versions", "Java " + Runtime.version() + " on " + System.getProperty("os.name")));
        findings.addAll(database());
        findings.addAll(address());
        findings.add(mail());
        findings.add(replies());
        findings.addAll(providers());
        findings.add(disk());
        findings.addAll(secrets());
        return findings;
    }

    private List<Finding> database() {
        try {
            var asked = clock.instant();
            var found = Database.examined(home, environment);
            if (found.isEmpty()) {
                return List.of(Finding.bad(
                        "database",
                        "no Peerage runs on " + home
                                + "; start it with ./peerage run, or set PEERAGE_HOME to the folder"
                                + " of one that does."));
            }
            var server = found.get();
            var apart = Duration.between(asked, server.clock()).abs();
            return List.of(
                    Finding.good("database", "PostgreSQL " + server.version() + ", the role may do what it should"),
                    server.upToDate()
                            ? Finding.good("schema", "as this program makes it")
                            : Finding.bad("schema", "another version of Peerage made it; start this one anew."),
                    apart.compareTo(CLOCK_APART) > 0
                            ? Finding.bad(
                                    "clock",
                                    "the database and this machine are " + apart.toSeconds() + " s apart; set both by a"
                                            + " time server, or links run out too early.")
                            : Finding.good("clock", "the database and this machine agree"),
                    server.upToDate() ? trail() : Finding.look("trail", "not followed in another version's schema"));
        } catch (DatabaseRefused e) {
            return List.of(Finding.bad("database", String.valueOf(e.getMessage())));
        }
    }

    /// What is missing at the end of a chain nobody sees here: only who has kept its last mark.
    private Finding trail() {
        var followed = TrailCheck.all(home, environment);
        if (followed.isEmpty()) {
            return Finding.bad("trail", "the database went away before it was followed; ask again.");
        }
        var found = followed.get();
        var size = found.entries() + " entries in " + found.chains() + " chains";
        if (found.broken().isEmpty()) {
            return Finding.good("trail", size + ", each follows on the one before it");
        }
        return Finding.bad(
                "trail",
                "somebody changed it past the program: " + found.broken().size() + " broken of " + size
                        + "; the first wrong entry of each is "
                        + found.broken().stream()
                                .limit(NAMED)
                                .map(UUID::toString)
                                .collect(Collectors.joining(", "))
                        + ". Compare with a backup, and find out who has the database.");
    }

    private List<Finding> address() {
        try {
            var address = PublicAddress.of(setting("PEERAGE_BASE_URL")
                    .or(() -> Database.address(home))
                    .orElse("http://localhost:" + setting("PEERAGE_PORT").orElse("8080")));
            if (!address.secure()) {
                return List.of(Finding.look(
                        "address",
                        address.origin() + " reaches this machine alone; for others set PEERAGE_BASE_URL to a name with"
                                + " https before anybody enrols."));
            }
            return new FromOutside(address, clock).look();
        } catch (SettingRefused e) {
            return List.of(Finding.bad("address", String.valueOf(e.getMessage())));
        }
    }

    private Finding mail() {
        var url = setting("PEERAGE_SMTP_URL");
        if (url.isEmpty()) {
            return Finding.look("mail", "no mail server (PEERAGE_SMTP_URL): letters are handed over by hand");
        }
        return MailAccount.complaint(url.get())
                .map(complaint -> Finding.bad("mail", complaint))
                .orElseGet(() -> Finding.good("mail", "the mail server lets us in"));
    }

    private Finding replies() {
        var url = setting("PEERAGE_IMAP_URL");
        if (url.isEmpty()) {
            return Finding.look(
                    "replies",
                    "no mailbox for replies (PEERAGE_IMAP_URL): whoever is invited answers on the page or by the link");
        }
        return ReplyAccount.complaint(url.get())
                .map(complaint -> Finding.bad("replies", complaint))
                .orElseGet(() -> Finding.good("replies", "the mailbox for replies lets us in"));
    }

    /// Nobody is asked who has named none, and nothing is said.
    private List<Finding> providers() {
        try {
            return ProviderCheck.all(environment).stream()
                    .map(looked -> looked.complaint()
                            .map(complaint -> Finding.bad("openid", looked.name() + " " + complaint))
                            .orElseGet(() -> Finding.good(
                                    "openid", looked.name() + " answers, and its description and keys fit")))
                    .toList();
        } catch (SettingRefused e) {
            return List.of(Finding.bad("openid", String.valueOf(e.getMessage())));
        }
    }

    private Finding disk() {
        try {
            var free = Files.getFileStore(Files.isDirectory(home) ? home : Path.of("/"))
                    .getUsableSpace();
            var sentence = "%.1f GB free for %s".formatted((double) free / GIGABYTE, home);
            return free < GIGABYTE
                    ? Finding.bad("disk", sentence + "; make room, or nothing can be written soon.")
                    : free < 5 * GIGABYTE ? Finding.look("disk", sentence) : Finding.good("disk", sentence);
        } catch (IOException e) {
            return Finding.bad("disk", "cannot be asked: " + e.getMessage());
        }
    }

    /// A folder that is not there holds no secret.
    private List<Finding> secrets() {
        var findings = new ArrayList<Finding>();
        for (var folder : List.of(home.resolve("secrets"), RoomKeyCopies.folder(home, environment))) {
            try {
                if (Files.isDirectory(folder)
                        && !PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                                .endsWith("------")) {
                    findings.add(Finding.bad("secrets", "others may look into " + folder + "; chmod 700 it."));
                }
            } catch (IOException e) {
                findings.add(Finding.bad("secrets", folder + " cannot be looked at: " + e.getMessage()));
            }
        }
        return findings.isEmpty() ? List.of(Finding.good("secrets", "for their owner alone")) : findings;
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
