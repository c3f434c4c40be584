/// The first page: for a visitor what Peerage is, for the signed in what is theirs and what to do next.
///
/// Reads what other modules show through their shared views, under the row security of whoever looks, and owns nothing.
/// Tells the page of
/// a group what is ahead of it.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "networks", "networks::directory", "groups"})
package org.peerage.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
