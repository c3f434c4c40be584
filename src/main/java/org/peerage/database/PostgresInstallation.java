package org.peerage.database;

import java.nio.file.Path;

/// PostgreSQL as it can be started here: where it was unpacked, and as whom it runs.
///
/// It refuses to run as root, so root hands it over: to a user namespace where the system allows one (the files stay
/// root's), else to the user `nobody`. A checkout or a home that only root may enter is closed to that user, so the
/// program is then unpacked once more, to a folder of the system that everybody may pass and only root may change.
record PostgresInstallation(Path program, PostgresUser user) {

    private static final Path FOR_EVERYBODY = Path.of("/var/cache/peerage/postgres");

    static PostgresInstallation in(Path folder) {
        var program = PostgresProgram.unpackedTo(folder);
        if (!PostgresUser.isRoot()) {
            return new PostgresInstallation(program, PostgresUser.me());
        }
        var namespace = PostgresUser.namespace();
        return namespace.canRun(server(program))
                ? new PostgresInstallation(program, namespace)
                : forNobody(folder, FOR_EVERYBODY);
    }

    /// @param reachable where it is unpacked as well if `nobody` cannot run it in the first folder
    static PostgresInstallation forNobody(Path folder, Path reachable) {
        var nobody = PostgresUser.nobody();
        var program = PostgresProgram.unpackedTo(folder);
        if (nobody.canRun(server(program))) {
            return new PostgresInstallation(program, nobody);
        }
        var again = PostgresProgram.unpackedTo(reachable);
        if (nobody.canRun(server(again))) {
            return new PostgresInstallation(again, nobody);
        }
        throw new DatabaseRefused(
                "PostgreSQL does not run as root, and the user nobody can run it neither in " + program
                        + " nor in " + again + "; start Peerage as an ordinary user, or use a PostgreSQL of your own"
                        + " (PEERAGE_DATABASE_URL).");
    }

    private static Path server(Path program) {
        return program.resolve("bin/postgres");
    }
}
