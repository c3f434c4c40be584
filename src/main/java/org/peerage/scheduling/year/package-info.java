/// A year of dates, from a rule or from a list, looked at before anything is set.
@NullMarked
package org.peerage.scheduling.year;

import org.jspecify.annotations.NullMarked;
