/// Processing: how a group works on something, step by step.
///
/// - Protocols are data, wholly: steps with minutes, who speaks, what has no place, what may be written by whom, and
///   what must be there first. A module brings its own in `protocols/<module>.json` and their words in its message
///   file; a file that no group could follow is refused at the start.
/// - What is worked on belongs to another module ([SubjectKind][org.peerage.processing.SubjectKind]): it says who
///   presents and who leads, and draws what stands above and below. Other modules tell what a gate asks for
///   ([Facts][org.peerage.processing.Facts]).
/// - Each act is one transaction and answers with a value. A request that comes twice acts once; of two that contradict
///   each other, one is told. All that is written goes through one address.
/// - Words are sealed texts of the room; here are ids, steps and times.
/// - A group may have other minutes for a step, or leave one out: whoever chairs says so, and what nobody could follow
///   is refused.
///
/// Owns schema `processing`: `processing`, `act`, `capture`, `own_minutes`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "live", "groups", "rooms", "rooms :: readers"})
package org.peerage.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
