/// Who acts, and what follows from it for every row.
///
/// An [Actor][org.peerage.tenancy.Actor] is bound for the length of a request or a job. The transaction manager tells
/// PostgreSQL who it is as the first statement of each transaction, and forced row-level security does the rest: no
/// actor, no rows. The module also starts the database and brings its schema up to date.
///
/// Owns no content. Depends on no other module.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peerage.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
