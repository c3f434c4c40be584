/// What a room does not take from some member for a time, because another module says that it rests.
@NullMarked
@NamedInterface("resting")
package org.peerage.rooms.resting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
