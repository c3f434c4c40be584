/// Networks, who belongs to them, and the directory of their leaders.
///
/// A person with a personal link of kind `networks.found` may found one network and convenes it. The convener
/// imports a roster; a leader in the directory has nobody behind them until a seat is taken. Members see the
/// directory of their own networks; e-mail addresses, and with whom somebody would like to sit, are for
/// conveners and the owner of the profile; to everybody else a network does not exist.
/// A convener takes somebody of the network in to convene it as well, and takes that back; one always does.
///
/// Owns schema `networks`: `network`, `member`, `founding`, `profile`, `address`, `upload`, `companion`. Shows other
/// modules `networks.shared_network`, `networks.shared_profile`, `networks.shared_address` and
/// `networks.shared_companion`. Publishes [ProfileChanged][org.peerage.networks.ProfileChanged]; hears
/// [LinkAccepted][org.peerage.identity.LinkAccepted] and that somebody was renamed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "jobs",
            "web",
            "web::download",
            "identity",
            "identity::trail",
            "places",
            "mail",
            "notices",
            "rosters"
        })
package org.peerage.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
