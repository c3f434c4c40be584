package org.peerage.tenancy;

/// Who is acting: a person who signed in, a named part of the program with narrow policies of its own, or nobody.
public sealed interface Actor {

    /// Sees what the policies grant to that person.
    record Person(PersonId id) implements Actor {}

    /// A job or a step before sign-in, for example `mail` or `sign-in`. Sees only the tables whose policies name it.
    record Program(String name) implements Actor {}

    /// Sees no rows at all.
    record Nobody() implements Actor {}
}
