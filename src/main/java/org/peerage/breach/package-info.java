/// A breach of confidentiality: reported, contained, heard, decided by the group, repaired, closed (`practice.md` 2.11,
/// `S0.16`).
///
/// - A report is sealed to one member, whom its writer chooses: whoever handles it. Nobody else has a row of
///   it, so that the group learns neither that there is a report nor by whom. A breach that is taken up has an
///   id and days of its own, from which nothing of the report follows.
/// - What the accused or whoever was affected writes is sealed to the handler and its writer.
/// - The group sees a breach from the day its hearing is called, and nothing of it where the affected member
///   does not want that. What leaked is nowhere; the outcome is kept.
/// - Where the handler leaves the group, the case waits for the next in line, who takes it over and reads only what its
///   writers seal again ([NextInLine][org.peerage.breach.NextInLine]).
/// - Until it is decided the room rests in the hands of the accused ([Freeze][org.peerage.breach.Freeze]): no copy of
///   it, nothing out of it, nobody in or out. What leaked is locked to nobody.
/// - The accused has no vote and does not see the ballot ([Deciding][org.peerage.breach.Deciding]).
///
/// - A pause that was decided becomes a leave ([PauseDecided][org.peerage.breach.PauseDecided]); the end of a
///   membership is the chair's act in the room, and the case is not closed before it.
///
/// Owns schema `breach`: `report`, `breach`, `affected`, `account`. Acts that are not in the table of
/// [Act][org.peerage.breach.Act] are refused with a sentence.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "rooms",
            "rooms::readers",
            "rooms::resting",
            "groups",
            "notices",
            "ballots"
        })
package org.peerage.breach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
