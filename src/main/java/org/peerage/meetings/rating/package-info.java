/// What a meeting was worth to each, for oneself; the mean of at least five for all.
@NullMarked
package org.peerage.meetings.rating;

import org.jspecify.annotations.NullMarked;
