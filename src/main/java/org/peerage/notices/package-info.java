/// Notices: what somebody should know because of what others did, or because a day has come. One list a person, and its
/// count on every page.
///
/// - Whoever makes something happen tells it here, in the same transaction. A module names its kinds of notice by a
/// bean
///   of [NoticeKinds][org.peerage.notices.NoticeKinds]; nothing is known here of any of them.
/// - One notice for a fact, however often it is told. It goes again when the fact no longer holds, by the module that
///   told it, or by itself after its time.
/// - A notice carries names of people and groups, days and counts: what the lobby knows. Nothing from a room.
/// - A kind may be told by mail as well, at once; what is not is counted in one digest a day at most.
/// - Nobody sees another's, nor whether it was read; whoever leaves a group has no notice about it any more.
/// - The list is a topic of [live][org.peerage.live] by the id of its person, moved once a transaction and at its end:
///   then no act holds anything that another waits for while it holds one of these.
///
/// Owns schema `notices`: `notice`, `digest`. The program actor `notices` tells and takes back.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "live", "mail", "jobs"})
package org.peerage.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
