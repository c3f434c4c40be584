@NullMarked
package org.peerage.composition.commandline;

import org.jspecify.annotations.NullMarked;
