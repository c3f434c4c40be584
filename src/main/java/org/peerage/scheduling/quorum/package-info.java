/// When so many cannot come that the charter lets a date be moved: the chair hears of it, with days to ask about.
@NullMarked
package org.peerage.scheduling.quorum;

import org.jspecify.annotations.NullMarked;
