/// What a group keeps of its meetings, and how many were there for those who may know no more.
@NullMarked
package org.peerage.meetings.record;

import org.jspecify.annotations.NullMarked;
