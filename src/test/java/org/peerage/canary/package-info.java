/// Looks for words that must be nowhere but in front of the people they were written for.
@NullMarked
package org.peerage.canary;

import org.jspecify.annotations.NullMarked;
