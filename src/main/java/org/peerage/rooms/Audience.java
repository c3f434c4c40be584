package org.peerage.rooms;

import java.util.List;

/// Who reads a kind of text: everybody in the room, or those who have these parts in what it is about (`witness`,
/// `presenter`, `chair`), and nobody else.
public sealed interface Audience {

    record Room() implements Audience {}

    record Named(List<String> roles) implements Audience {

        public Named {
            roles = List.copyOf(roles);
        }
    }

    static Audience room() {
        return new Room();
    }

    static Audience only(String... roles) {
        return new Named(List.of(roles));
    }
}
