package org.peerage.tenancy;

/// The two settings that policies read. Local to the transaction: `set_config(…, false)` would hand them to the next
/// borrower of the pooled connection.
final class ActorSettings {

    static final String SQL = "select set_config('app.person_id', ?, true), set_config('app.system_actor', ?, true)";

    private ActorSettings() {}

    static String person(Actor actor) {
        return actor instanceof Actor.Person(var id) ? id.toString() : "";
    }

    static String program(Actor actor) {
        return actor instanceof Actor.Program(var name) ? name : "";
    }
}
