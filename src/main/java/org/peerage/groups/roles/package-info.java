/// Who does what for the group besides the chair, and until when: the roles are data (`groups/roles.json`), their terms
/// end by themselves, and whoever has one gives it back alone.
@NullMarked
package org.peerage.groups.roles;

import org.jspecify.annotations.NullMarked;
