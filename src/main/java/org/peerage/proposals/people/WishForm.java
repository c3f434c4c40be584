package org.peerage.proposals.people;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.ProfileId;
import org.peerage.web.NotFound;

/// Two people and what is known of them, as typed.
record WishForm(Map<String, String> typed) {

    static final WishForm EMPTY = new WishForm(Map.of());

    WishForm {
        typed = Map.copyOf(typed);
    }

    String value(String field) {
        return typed.getOrDefault(field, "");
    }

    Optional<Wishes.Kind> kind() {
        return Wishes.Kind.named(value("kind"));
    }

    /// The one of those offered who was chosen for this side.
    Optional<ProfileId> picked(String side) {
        var id = value(side + "-id");
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(new ProfileId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
