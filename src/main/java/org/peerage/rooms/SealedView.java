package org.peerage.rooms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.peerage.sealing.LedgerEntry;

/// A sealed text on its way to a page: what the browser needs to check and open it. Prints without its bytes. The kind
/// of a text for named readers is [#NAMED], and what it is about is the group: the truth is in its envelope.
public record SealedView(
        String room, String kind, UUID id, int rev, long epoch, UUID about, String author, String base64url) {

    /// What texts for named readers are called where everybody looks.
    public static final String NAMED = LedgerEntry.NAMED;

    /// Reads the columns of `rooms.shared_record`.
    public static SealedView of(ResultSet row) throws SQLException {
        return new SealedView(
                row.getString("room_id"),
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getInt("rev"),
                row.getLong("epoch"),
                row.getObject("about", UUID.class),
                row.getString("author"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("sealed")));
    }

    @Override
    public String toString() {
        return kind + " " + id + " [REDACTED]";
    }
}
