package org.peerage.database;

/// The roles that log in. The fifth, `peerage_owner`, owns the tables and cannot.
enum Role {
    SUPERUSER("postgres"),
    MIGRATE("peerage_migrate"),
    APP("peerage_app"),
    BACKUP("peerage_backup");

    private final String user;

    Role(String user) {
        this.user = user;
    }

    String user() {
        return user;
    }

    DatabaseLogin login(int port, String password) {
        return login(port, "peerage", password);
    }

    DatabaseLogin login(int port, String database, String password) {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }
}
