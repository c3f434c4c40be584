/// Letters to people: few, typed, without a word from any room.
///
/// Whoever has something to tell posts a [Letter][org.peerage.mail.Letter] in the transaction of the act it
/// tells of: both happen or neither. A letter carries lobby facts only, is known by its key so that a repeated
/// act cannot send it twice, and takes the place of an older one on the same thread that still waits. One
/// thread delivers, with patience; on several nodes each letter is taken by one. Without a mail server letters
/// wait and nothing else breaks.
///
/// A person says where letters reach them on `/mail`, and sees there what was sent to them and what they caused.
///
/// Owns schema `mail`: `letter`, `mailbox`. The program actor `mail` writes and delivers letters.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "jobs"})
package org.peerage.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
