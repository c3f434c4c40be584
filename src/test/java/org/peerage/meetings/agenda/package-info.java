@NullMarked
package org.peerage.meetings.agenda;

import org.jspecify.annotations.NullMarked;
