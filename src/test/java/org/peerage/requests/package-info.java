/// How fast the program answers, beside how fast its database alone would.
@NullMarked
package org.peerage.requests;

import org.jspecify.annotations.NullMarked;
