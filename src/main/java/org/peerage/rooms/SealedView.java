package org.peerage.rooms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;

/// A sealed text on its way to a page: what the browser needs to check and open it. Prints without its bytes.
public record SealedView(String room, String kind, UUID id, int rev, long epoch, String author, String base64url) {

    /// Reads the columns of `rooms.shared_record`.
    public static SealedView of(ResultSet row) throws SQLException {
        return new SealedView(
                row.getString("room_id"),
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getInt("rev"),
                row.getLong("epoch"),
                row.getString("author"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("sealed")));
    }

    @Override
    public String toString() {
        return kind + " " + id + " [REDACTED]";
    }
}
