/// Asking for a search, and the search as a job: what was asked, who works on it under which lease, the best so far.
@NullMarked
package org.peerage.proposals.runs;

import org.jspecify.annotations.NullMarked;
