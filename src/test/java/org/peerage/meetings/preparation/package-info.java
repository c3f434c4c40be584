@NullMarked
package org.peerage.meetings.preparation;

import org.jspecify.annotations.NullMarked;
