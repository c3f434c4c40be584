package org.peerage.rooms;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;

/// A kind of sealed text, declared by the module that has it; who reads it is part of it.
///
/// @param parts what people write in it, each a field of its own; none where a page makes the text by itself
/// @param revisable whether its author may write it again
public record TextKind(String key, Set<String> parts, Audience audience, boolean revisable) {

    public TextKind {
        parts = Set.copyOf(parts);
    }

    /// Written once, in one field.
    public static TextKind once(String key, Audience audience) {
        return new TextKind(key, Set.of("text"), audience, false);
    }

    /// A part that people write in it, for a field or for what shows it.
    String part(String part) {
        if (!parts.contains(part)) {
            throw new IllegalArgumentException("a text " + key + " has no part " + part);
        }
        return part;
    }

    /// For whom a form's words are, as the page's scripts read it (`data-readers`): each role, and who has it. A role
    /// without a person is found in the room's ledger by the page. Null where the words are for the room.
    public @Nullable String readers(Map<String, PersonId> people) {
        return switch (audience) {
            case Audience.Room() -> null;
            case Audience.Named(var roles) ->
                roles.stream()
                        .map(role -> people.containsKey(role) ? role + ":" + people.get(role) : role)
                        .collect(Collectors.joining(" "));
        };
    }

    /// Whether a text may be of this kind. What a text for named readers truly is the server cannot see: it sees that
    /// it is for some, and for how many.
    public boolean fits(SealedPut put) {
        return isOf(put) && mayBe(put.rev());
    }

    boolean mayBe(int rev) {
        return revisable || rev == 1;
    }

    boolean isOf(SealedPut put) {
        return switch (audience) {
            case Audience.Room() -> put.envelope().isEmpty() && put.kind().equals(key);
            case Audience.Named(var roles) ->
                put.envelope().isPresent() && put.readers().size() <= roles.size();
        };
    }
}
