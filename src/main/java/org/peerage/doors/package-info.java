/// Doors for other programs: what somebody's own program may read of the lobby, in their name, and what a convener's is
/// told of it ([hooks][org.peerage.doors.hooks]).
///
/// - A personal access token is made by its owner with a fresh signature of their keys, says what it may read and until
///   when, is shown once and kept as a hash. It acts as its owner, so that row security gives it what the pages
///   give them at that moment, and its scopes take away from that.
/// - A token opens `/api/` and nothing else: no page, no room, sealed or not, no keys, no account. A session opens
///   nothing of `/api/`.
/// - What is answered there is promised by `openapi/lobby-v1.json`. A frozen copy among the tests notices what would
///   break a program; additions do not.
/// - Who ends all their other sessions, or is erased, has no token any more.
///
/// Owns schema `doors`: `token`, `hook`, `delivery`. Hears `DateSet`, `DateMoved`, `DateCancelled`, `MeetingClosed`,
/// `SeatTaken`, `MemberLetOut`. The program actor `doors.hooks` tells hooks.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "jobs",
            "web",
            "identity",
            "identity::trail",
            "mail",
            "rooms",
            "networks",
            "groups",
            "notices",
            "scheduling",
            "meetings"
        })
package org.peerage.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
