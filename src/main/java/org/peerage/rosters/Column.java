package org.peerage.rosters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.peerage.web.Message;

/// What a list can say about a leader, and how its cells are read.
public enum Column {
    ORGANISATION(200, " "),
    NAME(120, " "),
    ROLE_TITLE(120, ", "),
    INDUSTRY(120, ", "),
    SUBINDUSTRY(120, ", "),
    TAGS(600, "; "),
    TEAM_SIZE(40, ""),
    STAGE(60, ""),
    STATUS(60, ""),
    PLACE(200, ", "),
    COUNTRY(120, ""),
    TIME_ZONE(80, ""),
    REMOTE(20, ""),
    LANGUAGES(200, "; "),
    EXPERIENCE_YEARS(40, ""),
    HAS_DONE(600, "; "),
    AIMS(600, "; "),
    EMAIL(254, ""),
    EXTERNAL_ID(120, "");

    private final int longest;
    private final String joint;

    Column(int longest, String joint) {
        this.longest = longest;
        this.joint = joint;
    }

    /// A cell as it will be stored, or why it cannot be.
    public sealed interface Cell {

        record Read(String text) implements Cell {}

        record Unreadable(Message problem) implements Cell {}
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Column> named(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    /// What stands between the parts where several columns of a file say it; empty where the first that says anything
    /// counts.
    String joint() {
        return joint;
    }

    /// What a cell says, on one line; empty where a spreadsheet only says that it has nothing.
    String said(String cell) {
        return CellText.said(this, cell);
    }

    public Cell read(String cell) {
        return understood(said(cell));
    }

    /// What [#said] gives, read.
    Cell understood(String text) {
        if (text.isEmpty()) {
            return new Cell.Read("");
        }
        return text.length() > longest
                ? CellText.unreadable("long", text.length(), longest)
                : CellText.read(this, text);
    }
}
