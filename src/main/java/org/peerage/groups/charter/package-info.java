/// What a group agrees before anything is said in it: the words are the chair's to settle, fixed by the chair's
/// signature, and signed by each (`S0.10`, `S0.14`).
@NullMarked
package org.peerage.groups.charter;

import org.jspecify.annotations.NullMarked;
