/// What an operator does to keep an instance alive: looking at it, counting what it does, backups and bringing them
/// back, and what everybody is told meanwhile. Everything works on this machine, without signing in: from the command
/// line, for whoever may read the files of `PEERAGE_HOME`, and counts on a port that only this machine reaches.
///
/// Knows counts, times and sizes, never what anybody wrote. Owns no tables.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"database", "identity::openid", "identity::trail", "live", "mail", "mail::replies", "web"
        })
package org.peerage.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
