/// Webhooks: addresses of a convener's own that are told what has happened in the lobby of a network.
///
/// - What is told is written in the transaction of the fact, as its owner may see it at that moment: who may
///   not is told nothing, and who convenes the network no more has no hook.
/// - A body has ids, times and states, and no word or name. It is signed in the format of Standard Webhooks, so
///   that a library of theirs can verify it.
/// - Each hook hears in order. What is not taken is tried again for a day, with the same id; a hook that takes
///   nothing is switched off and its owner told.
/// - No request goes to an address inside: where a name leads is looked at each time, and no answer leads
///   elsewhere.
@NullMarked
package org.peerage.doors.hooks;

import org.jspecify.annotations.NullMarked;
