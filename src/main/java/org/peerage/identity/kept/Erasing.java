package org.peerage.identity.kept;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.peerage.identity.KeyChanges;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Somebody takes themselves out, and nobody else: it is signed now with their keys, in the name of whoever acts. A
/// session that somebody found open erases nobody.
@Component
class Erasing {

    static final String ACT = "erase";
    private static final Actor PROGRAM = new Actor.Program(Erasure.ERASING);
    private static final Erasure.Outcome UNPROVED = new Erasure.Outcome.Forbidden(List.of("identity.keys.wrong.proof"));

    private final KeyChanges keys;
    private final JdbcClient sql;
    private final Scope scope;
    private final InstantSource clock;

    Erasing(KeyChanges keys, JdbcClient sql, Scope scope, InstantSource clock) {
        this.keys = keys;
        this.sql = sql;
        this.scope = scope;
        this.clock = clock;
    }

    /// What they have to do first, as keys of sentences. It locks what it looks at.
    @Transactional
    List<String> forbidding() {
        var me = Acting.me();
        return scope.actingAs(PROGRAM, () -> Erasure.forbidding(sql, me));
    }

    @Transactional
    Erasure.Outcome erase(Optional<Bytes> challenge, String signature) {
        var me = Acting.me();
        return keys.holds(me, challenge, new KeyChanges.Signed(ACT, "", signature))
                ? scope.actingAs(PROGRAM, () -> Erasure.of(sql, me, Ids.next(), clock.instant()))
                : UNPROVED;
    }
}
