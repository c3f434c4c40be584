package org.peerage.database;

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

/// As whom PostgreSQL runs, and what that user may do on this machine. `nobody` has to own the data folder.
///
/// @param prefix the words put before each command
/// @param owner  the numeric user who has to own the data folder
record PostgresUser(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static boolean isRoot() {
        return myself() == ROOT;
    }

    static PostgresUser me() {
        return new PostgresUser(List.of(), myself());
    }

    static PostgresUser namespace() {
        return new PostgresUser(List.of("unshare", "--user"), ROOT);
    }

    static PostgresUser nobody() {
        return new PostgresUser(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all"),
                NOBODY);
    }

    private static int myself() {
        return Math.toIntExact(new UnixSystem().getUid());
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

    boolean canRun(Path program) {
        return succeeds(program.toString(), "--version");
    }

    /// Another user needs to pass every folder on the way.
    boolean canReach(Path folder) {
        return prefix.isEmpty() || succeeds("test", "-x", folder.toString());
    }

    private boolean succeeds(String... words) {
        try {
            var probe = new ProcessBuilder(command(List.of(words)))
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
