package org.peerage.sealing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.sealing.Ledger.Put;
import org.peerage.sealing.Ledger.Refusal;

/// Which texts stand in a room. The part of a [Ledger] that is about what was written.
final class LedgerTexts {

    private final Map<String, Put> puts = new HashMap<>();

    void putAll(LedgerTexts others) {
        puts.putAll(others.puts);
    }

    @Nullable Put get(String id) {
        return puts.get(id);
    }

    List<Put> all() {
        return puts.values().stream().sorted(Comparator.comparing(Put::id)).toList();
    }

    @Nullable Refusal put(LedgerEntry entry, String group, LedgerMembers members) {
        var id = entry.text("id");
        var kind = entry.text("kind");
        var about = entry.text("about");
        // What a text for named readers is about is for them alone.
        if (entry.named() && !about.equals(group)) {
            return Refusal.MALFORMED;
        }
        var last = puts.get(id);
        var rev = entry.number("rev");
        if (rev != (last == null ? 1 : last.rev() + 1)
                || (last != null
                        && (last.deleted()
                                || !last.kind().equals(kind)
                                || !last.about().equals(about)))) {
            return Refusal.WRONG_REVISION;
        }
        if (last != null && !members.speaksFor(entry.by(), last.author())) {
            return Refusal.NOT_ALLOWED;
        }
        var hash = entry.text("hash");
        puts.put(id, new Put(id, kind, about, rev, entry.number("epoch"), hash, entry.by(), entry.seq(), false));
        return null;
    }

    @Nullable Refusal delete(LedgerEntry entry, LedgerMembers members) {
        var last = puts.get(entry.text("id"));
        if (last == null || last.deleted() || entry.number("rev") != last.rev()) {
            return Refusal.WRONG_REVISION;
        }
        if (!members.speaksFor(entry.by(), last.author()) && !members.chairs(entry.by())) {
            return Refusal.NOT_ALLOWED;
        }
        puts.put(last.id(), last.gone());
        return null;
    }
}
