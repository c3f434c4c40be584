/// Placing: one newcomer and the groups that meet already (C4, S1.8).
///
/// A convener sees for a leader every group with a seat, the one first that would be best with them; a convener and the
/// chair see for a group who would suit it best, each with why. Somebody is picked on the group's own page of seats. A
/// chair is answered by profiles alone, without what conveners know.
///
/// Owns no tables.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "networks",
            "networks::directory",
            "groups",
            "composition",
            "composition::search",
            "proposals"
        })
package org.peerage.placing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
