/// The roster: a list of leaders is uploaded, its columns are understood, its lines are looked over, and the directory
/// becomes what they say. A file that cannot be understood is refused with its line; nothing is half taken.
@NullMarked
package org.peerage.networks.roster;

import org.jspecify.annotations.NullMarked;
