/// The page of a member, for those in the room: what each module of the house keeps of them there. What somebody
/// is told alone does not stand here.
@NullMarked
package org.peerage.groups.members;

import org.jspecify.annotations.NullMarked;
