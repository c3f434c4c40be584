package org.peerage.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes who acts in the middle of a transaction, where one step hands over to another: enrolling a person as
/// `sign-in`, then seating them as themselves, both or neither.
@Component
public class Scope {

    private final JdbcClient sql;

    Scope(JdbcClient sql) {
        this.sql = sql;
    }

    public <T extends @Nullable Object, X extends Throwable> T actingAs(Actor actor, ScopedValue.CallableOp<T, X> work)
            throws X {
        var before = Acting.current();
        announce(actor);
        T result;
        try {
            result = Acting.as(actor, work);
        } catch (Throwable failure) {
            // Whoever catches this goes on as themselves. Where the transaction has failed they cannot go on at all.
            try {
                announce(before);
            } catch (DataAccessException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
        announce(before);
        return result;
    }

    private void announce(Actor actor) {
        sql.sql(ActorSettings.SQL)
                .params(ActorSettings.person(actor), ActorSettings.program(actor))
                .query()
                .listOfRows();
    }
}
