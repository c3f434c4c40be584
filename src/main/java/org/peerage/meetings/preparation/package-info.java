/// What members share in writing before a meeting, and the round in which each tells how they are.
@NullMarked
package org.peerage.meetings.preparation;

import org.jspecify.annotations.NullMarked;
