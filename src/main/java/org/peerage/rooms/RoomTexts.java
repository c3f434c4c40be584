package org.peerage.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import org.peerage.web.Shell;
import tools.jackson.databind.json.JsonMapper;

/// The sentences that the room's scripts may have to say, taken from the message files so that no script speaks a
/// language of its own.
final class RoomTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final List<String> CODES = List.of(
            "locked",
            "no-key",
            "network",
            "does-not-open",
            "refused",
            "behind",
            "gone-backwards",
            "false-ledger",
            "another-room",
            "no-own-rooms",
            "old-own-rooms",
            "words-they-differ",
            "words-still-differ",
            "words-again",
            "words-new",
            "words-differ",
            "contents-none",
            "contents-about",
            "contents-before",
            "contents-named",
            "contents-missing",
            "compared-now",
            "compared-by",
            "not-compared",
            "compare",
            "last-change",
            "change-genesis",
            "change-add",
            "change-remove",
            "change-leave",
            "change-role",
            "change-vouch",
            "change-rekey",
            "change-put",
            "change-del",
            "not-the-words",
            "no-prf",
            "broken-off",
            "not-your-key",
            "bad-lock",
            "signed-out",
            "not-in-the-room",
            "draft-saved",
            "draft-unsaved",
            "draft-locked",
            "draft-restored",
            "draft-elsewhere",
            "gone",
            "elsewhere",
            "left-out",
            "written",
            "other-name",
            "unopened",
            "old-key",
            "no-reader",
            "no-reader-here",
            "read-by",
            "read-by-you",
            "read-by-unknown",
            "only-readers",
            "wrong-revision",
            "not-now",
            "unknown-protocol",
            "too-fast",
            "too-large",
            "moved-on",
            "moved-on-show",
            "lock-signed-out",
            "lock-bad-grant",
            "lock-open",
            "lock-locked",
            "lock-no-key",
            "lock-unopened",
            "lock-outside",
            "lock-replaced",
            "lock-network",
            "lock-refused",
            "bad-grant",
            "bad-envelope",
            "bad-signature",
            "check",
            "closed",
            "key-missing",
            "key-must-change",
            "malformed",
            "not-allowed",
            "not-an-opening",
            "not-genesis",
            "not-vouched",
            "new-card",
            "new-card-look",
            "new-card-mine",
            "new-card-stop",
            "too-soon",
            "out-of-order",
            "signer-not-active",
            "stale-epoch",
            "taken",
            "text-missing",
            "too-long",
            "too-many",
            "unexpected-kind",
            "wrong-head",
            "wrong-members",
            "bad-card");

    /// By language. Each page with a room carries them all.
    private static final Cache<String, String> KNOWN =
            Caffeine.newBuilder().maximumSize(32).build();

    private RoomTexts() {}

    /// Safe inside a script element: no character of the text can end it.
    static String json(Shell shell) {
        return KNOWN.get(shell.language(), language -> make(shell));
    }

    private static String make(Shell shell) {
        var texts = new LinkedHashMap<String, String>();
        CODES.forEach(code -> texts.put(code, shell.text("rooms.say." + code)));
        return JSON.writeValueAsString(texts).replace("<", "\\u003c");
    }
}
