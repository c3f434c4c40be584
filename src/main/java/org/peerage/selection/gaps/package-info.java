/// What a room lacks, and who of the directory could be asked (`S1.4`).
@NullMarked
package org.peerage.selection.gaps;

import org.jspecify.annotations.NullMarked;
