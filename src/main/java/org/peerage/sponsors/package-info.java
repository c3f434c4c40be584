/// Sponsors: whoever pays for a group or a network, or hosts it, and the wall before them (`S2.18`).
///
/// - A sponsor is invited by the convener with a personal link, of a whole network or of one group. They have no seat,
///   are in no directory and no room, and see one page.
/// - The page shows counts of quarters that are over, and themes. It is one page: members and the convener are given
///   the same template from the same query.
/// - No figure has fewer than five people behind it, and no two figures of a quarter can be subtracted so that one has
///   ([Figures][org.peerage.sponsors.Figures]). Two quarters tell how many seats more or fewer are taken, and the page
///   says so. A quarter is reckoned once and stays as it is.
/// - A theme is put by the chair in words that the server reads. It is shown after every member has said yes in a
///   secret ballot, and any member takes it down again.
///
/// Owns schema `sponsors`: `sponsor`, `figure`, `theme`. The program actor `sponsors` counts and shows. Hears
/// `LinkAccepted` of kind `sponsors.sponsor`, and that somebody was renamed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "identity",
            "identity::trail",
            "networks",
            "groups",
            "rooms",
            "live",
            "meetings",
            "ballots"
        })
package org.peerage.sponsors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
