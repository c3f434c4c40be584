/// The one PostgreSQL that everything is kept in: starting it, or reaching an external one; its roles, the folder it is
/// kept in, and bringing the schema of each module up to date before anything else runs (ADR-0005, ADR-0018).
///
/// Which modules there are and which builds on which is read off their packages, so a new one is listed nowhere. Knows
/// nothing of who acts: see `tenancy`. Owns the table of what each schema was last brought to.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peerage.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
