package org.peerage.meetings.floor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;

/// How ids and instants of this module lie in columns.
public final class Columns {

    private Columns() {}

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    public static UUID uuid(ResultSet rows, String column) throws SQLException {
        return Objects.requireNonNull(rows.getObject(column, UUID.class), column);
    }

    public static @Nullable PersonId person(ResultSet rows, String column) throws SQLException {
        var id = rows.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    public static Instant instant(ResultSet rows, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(rows, column), column);
    }

    public static @Nullable Instant instantOrNull(ResultSet rows, String column) throws SQLException {
        var value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
