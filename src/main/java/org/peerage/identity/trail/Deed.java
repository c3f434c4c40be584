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
    SIGNED_IN_BY_PROVIDER,
    PROVIDER_CONNECTED,
    PROVIDER_REMOVED,
    NETWORK_FOUNDED(true),
    NETWORK_CHANGED(true),
    PEOPLE_IMPORTED(true),
    PEOPLE_ADDED(true),
    PERSON_CORRECTED(true),
    PERSON_REMOVED(true),
    PEOPLE_TAKEN(true),
    GROUPS_TAKEN(true),
    HOOK_MADE(true),
    HOOK_SECRET(true),
    HOOK_ON(true),
    HOOK_ENDED(true),
    CONVENER_APPOINTED(true),
    CONVENER_ENDED(true),
    GROUP_FORMED(true),
    CHAIR_APPOINTED(true),
    PROPOSAL_ACCEPTED(true),
    SPONSOR_INVITED(true),
    SPONSOR_LINK(true),
    SPONSOR_ENDED(true);

    private final boolean inNetwork;

    Deed() {
        this(false);
    }

    Deed(boolean inNetwork) {
        this.inNetwork = inNetwork;
    }

    /// Done in a network, and told to its conveners.
    public boolean inNetwork() {
        return inNetwork;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Empty for what a later program has written and this one does not know.
    static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }
}
