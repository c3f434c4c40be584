@NullMarked
package org.peerage.meetings.floor;

import org.jspecify.annotations.NullMarked;
