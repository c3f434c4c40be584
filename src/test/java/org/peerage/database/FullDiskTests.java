package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;

/// A disk of its own that is really full. Only root may make one, so anybody else skips this.
class FullDiskTests {

    @TempDir(factory = Passable.class)
    private Path folder;

    @Test
    void whatWasStoredIsThereAndWritingGoesOnWhenThereIsRoomAgain() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0 && mounted(), "only root may make a small disk");
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            try (var database = PostgresFixture.start(folder.resolve("home"))) {
                var superuser = PostgresFixture.login(folder.resolve("home"), Role.SUPERUSER);
                PostgresFixture.run(superuser, "create table kept (word text)", "insert into kept values ('kept')");
                var ballast = fill();

                assertThatThrownBy(() -> {
                            for (var times = 0; times < 40; times++) {
                                PostgresFixture.run(
                                        superuser,
                                        "insert into kept select repeat(md5(n::text), 200) from generate_series(1, 4000) n");
                            }
                        })
                        .isInstanceOf(SQLException.class)
                        .satisfies(full -> assertThat(((SQLException) full).getSQLState())
                                .as(full.getMessage())
                                .matches("08...|53100|57P0.|58..."));

                Files.delete(ballast);
                assertThat(PostgresFixture.eventually(() -> {
                            PostgresFixture.run(
                                    superuser,
                                    "insert into kept select 'again' where 'again' not in (select word from kept)");
                            return true;
                        }))
                        .isTrue();
                assertThat(PostgresFixture.one(superuser, "select count(*) from kept where word in ('kept', 'again')"))
                        .isEqualTo("2");
                assertThat(database.app().user()).isEqualTo("peerage_app");
            }
        } finally {
            run("umount", "-l", folder.toString());
        }
    }

    private boolean mounted() {
        return run("mount", "-t", "tmpfs", "-o", "size=160m,mode=711", "tmpfs", folder.toString());
    }

    /// Leaves some megabytes.
    private Path fill() throws IOException {
        var ballast = folder.resolve("ballast");
        var left = Files.getFileStore(folder).getUsableSpace() - 6_000_000;
        try (OutputStream out = Files.newOutputStream(ballast)) {
            var block = new byte[1 << 16];
            for (var written = 0L; written < left; written += block.length) {
                out.write(block);
            }
        }
        return ballast;
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
