@NullMarked
package org.peerage.meetings;

import org.jspecify.annotations.NullMarked;
