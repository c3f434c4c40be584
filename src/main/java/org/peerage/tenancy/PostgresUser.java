package org.peerage.tenancy;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// As whom PostgreSQL runs. It refuses to run as root, so root hands it over: to a user namespace where the system
/// allows one (the files stay root's), else to the user `nobody`, who then owns the data folder.
///
/// @param prefix the words put before each command
/// @param owner  the numeric user who has to own the data folder
record PostgresUser(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static PostgresUser forProgram(Path program) {
        var me = Math.toIntExact(new UnixSystem().getUid());
        if (me != ROOT) {
            return new PostgresUser(List.of(), me);
        }
        var namespace = new PostgresUser(List.of("unshare", "--user"), ROOT);
        if (namespace.canRun(program)) {
            return namespace;
        }
        return nobody(program);
    }

    static PostgresUser nobody(Path program) {
        var nobody = new PostgresUser(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all"),
                NOBODY);
        if (!nobody.canRun(program)) {
            throw new DatabaseRefused("PostgreSQL does not run as root, and the user nobody cannot reach " + program
                    + "; set PEERAGE_HOME to a folder that every user may pass through, such as /var/lib/peerage,"
                    + " or start Peerage as an ordinary user.");
        }
        return nobody;
    }

    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    /// Hands a folder and all below it over, where its owner is another.
    void own(Path folder) throws IOException {
        if (prefix.isEmpty() || Integer.valueOf(owner).equals(Files.getAttribute(folder, "unix:uid"))) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", owner);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.setAttribute(directory, "unix:uid", owner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean canRun(Path program) {
        try {
            var probe = new ProcessBuilder(command(List.of(program.toString(), "--version")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            cleanEnvironment(probe.environment());
            return probe.start().waitFor() == 0;
        } catch (IOException commandIsMissing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// PostgreSQL gets nothing from our environment: it may hold secrets, and its own `PG…` variables would mislead it.
    static void cleanEnvironment(Map<String, String> environment) {
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }
}
