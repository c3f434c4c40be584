package org.peerage.notices;

import org.jspecify.annotations.Nullable;
import org.peerage.mail.LetterKind;

/// What sort of fact a notice tells.
///
/// @param key of its sentence, which is filled with the facts and then with how often it happened
/// @param counted whether the same again is one more of it, as words on a wall are
/// @param silent whether no letter tells it at once, so that the digest counts it
/// @param letter which sort of letter tells it at once, under the same key: its last argument is the address
/// @param act what its reader may do about its subject by a link in that letter, by the key of the act
public record NoticeKind(
        String key,
        boolean counted,
        boolean silent,
        @Nullable LetterKind letter,
        @Nullable String act) {

    public static NoticeKind of(String key) {
        return new NoticeKind(key, false, true, null, null);
    }

    /// One line for many: only how often.
    public static NoticeKind counting(String key) {
        return new NoticeKind(key, true, true, null, null);
    }

    public NoticeKind mailed(LetterKind kind) {
        return new NoticeKind(key, counted, false, kind, act);
    }

    /// Its module sends a letter of another shape.
    public NoticeKind byItsOwnLetter() {
        return new NoticeKind(key, counted, false, null, null);
    }

    public NoticeKind letting(String linkedAct) {
        return new NoticeKind(key, counted, silent, letter, linkedAct);
    }
}
