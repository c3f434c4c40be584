/// Letters to people: few, typed, without a word from any room.
///
/// Whoever has something to tell posts a [Letter][org.peerage.mail.Letter] in the transaction of the act it
/// tells of: both happen or neither. A letter carries lobby facts only, is known by its key so that a repeated
/// act cannot send it twice, and takes the place of an older one on the same thread that still waits. One
/// thread delivers, with patience; on several nodes each letter is taken by one. Without a mail server letters
/// wait and nothing else breaks.
///
/// What a person does not have to hear they can switch off, each sort by itself and by a link in each letter;
/// what is off is not sent, whatever waits ([LetterKinds][org.peerage.mail.LetterKinds]). What the server
/// answered is kept with the letter and said in the log: a set-up that is wrong is waited out and shown, and no
/// letter is lost by it.
///
/// What calendars reply to letters is read from a mailbox, where one is set up (`replies`), and given to the modules
/// that understand it, with whoever has named the address that it says it comes from: nothing in a mail is proved.
///
/// A person says where letters reach them on `/mail`, and sees there what was sent to them and what they caused.
///
/// Owns schema `mail`: `letter`, `mailbox`, `switched_off`, `way_out`. The program actor `mail` writes and delivers
/// letters.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "jobs"})
package org.peerage.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
