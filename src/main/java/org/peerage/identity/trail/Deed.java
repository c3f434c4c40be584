package org.peerage.identity.trail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is written down when somebody does it, or when it is done in their name. The word that is kept is the name in
/// small letters, and never changes: marks are made of it.
public enum Deed {
    ENROLLED,
    SIGNED_IN,
    LOCKS_FETCHED,
    LINK_MADE,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    WORDS_REPLACED,
    DEVICE_LINKED,
    NEW_KEYS,
    NEW_KEYS_AWAY,
    NEW_KEYS_TAKEN,
    ERASED,
    SIGNED_OUT,
    SESSION_ENDED,
    KEPT_TAKEN,
    TOKEN_MADE,
    TOKEN_ENDED,
    NETWORK_FOUNDED,
    NETWORK_CHANGED,
    PEOPLE_IMPORTED,
    PEOPLE_ADDED,
    PERSON_CORRECTED,
    PERSON_REMOVED,
    PEOPLE_TAKEN,
    GROUPS_TAKEN,
    HOOK_MADE,
    HOOK_SECRET,
    HOOK_ON,
    HOOK_ENDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Empty for what a later program has written and this one does not know.
    static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }
}
