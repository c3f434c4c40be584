package org.peerage.rooms;

/// A kind of sealed text, declared by the module that has it; who reads it is part of it.
public record TextKind(String key, Audience audience) {

    /// Whether a text may be of this kind. What a text for named readers truly is the server cannot see: it sees that
    /// it is for some, and for how many.
    public boolean fits(SealedPut put) {
        return switch (audience) {
            case Audience.Room() -> put.envelope().isEmpty() && put.kind().equals(key);
            case Audience.Named(var roles) ->
                put.envelope()
                        .filter(envelope -> envelope.readers().size() <= roles.size())
                        .isPresent();
        };
    }
}
