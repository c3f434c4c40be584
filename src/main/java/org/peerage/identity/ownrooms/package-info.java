/// "My rooms": what a person's devices tell each other about the rooms that they are in, as bytes sealed to that
/// person.
@NullMarked
package org.peerage.identity.ownrooms;

import org.jspecify.annotations.NullMarked;
