package org.peerage.rooms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;
import org.peerage.web.Frames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the tried out page draws of a room: its texts, and a form to write another.
@Component
class TryoutStage {

    private static final TextKind UPDATE = new TextKind("update", Set.of("text"), Audience.room(), true);
    private static final UUID DRAFT = Ids.next();
    private final Frames frames;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    TryoutStage(Frames frames, JdbcClient sql, PlatformTransactionManager transactions) {
        this.frames = frames;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    String of(HttpServletRequest request, String room) {
        var texts = transaction.execute(status -> sql.sql("""
                select room_id, id, kind, rev, epoch, about, author, sealed from rooms.shared_record
                where room_id = :room order by stored_at, id
                """)
                .param("room", room)
                .query((row, number) -> SealedView.of(row))
                .list());
        var page = new StringBuilder("<ul>");
        for (var text : Objects.requireNonNull(texts)) {
            page.append("<li>")
                    .append(frames.render(
                            request,
                            "rooms/sealedText.jte",
                            Map.of(
                                    "view",
                                    text,
                                    "kind",
                                    UPDATE,
                                    "about",
                                    UUID.fromString(group(room)),
                                    "part",
                                    "text")))
                    .append("</li>");
        }
        var field = new HashMap<String, Object>(Map.of(
                "room",
                room,
                "label",
                "Your update",
                "hint",
                "Only the room reads it",
                "rows",
                4,
                "part",
                "text",
                "required",
                false));
        field.put("view", null);
        field.put("kind", UPDATE);
        field.put("draftId", DRAFT.toString());
        page.append("</ul><form hx-post=\"/tryout/" + room + "\" hx-target=\"#stage\" hx-nonce=\""
                + frames.nonce(request) + "\" data-room=\"" + room + "\" data-kind=\"update\" data-about=\""
                + group(room) + "\" data-record=\""
                + UUID.randomUUID() + "\" data-rev=\"0\">");
        page.append(frames.render(request, "rooms/sealedField.jte", field));
        return page.append("<button>Send</button></form>").toString();
    }

    /// Whose room this is; nobody's for whoever is not in it.
    private String group(String room) {
        return Objects.requireNonNull(transaction.execute(
                        status -> sql.sql("select body from rooms.entry where room_id = :room and seq = 0")
                                .param("room", room)
                                .query(String.class)
                                .optional()))
                .flatMap(LedgerEntry::parse)
                .map(genesis -> genesis.data().path("group").asString())
                .orElse("");
    }
}
