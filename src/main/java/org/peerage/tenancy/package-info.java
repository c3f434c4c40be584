/// Who acts, and what follows from it for every row.
///
/// An [Actor][org.peerage.tenancy.Actor] is bound for the length of a request or a job. The transaction manager tells
/// PostgreSQL who it is as the first statement of each transaction, and forced row-level security does the rest: no
/// actor, no rows.
///
/// Owns no content. Depends on `database` alone.
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.peerage.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
