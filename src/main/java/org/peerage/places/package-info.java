/// Places and time zones as people write them: "Wien", "Austin, Texas", "Eastern Time (US & Canada)".
///
/// What is not known, or may mean two zones, is said to be unknown and never taken for another. The list of places is
/// `places/places.csv`; its origin stands beside it. Owns no tables.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peerage.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
