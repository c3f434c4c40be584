/// What is ahead of somebody in the groups they sit in: on the pages of the groups and on the first page.
@NullMarked
package org.peerage.meetings.ahead;

import org.jspecify.annotations.NullMarked;
