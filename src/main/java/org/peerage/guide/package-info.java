/// The first page: for a visitor what Peerage is, for the signed in what is theirs and what to do next. And the
/// page of whoever chairs a group: at most three things, each with a word drafted, and whose issues were worked
/// on (C19); of whoever leads one meeting: whom it waits for; what is handed over to whoever leads next.
///
/// Reads what other modules show through their shared views, under the row security of whoever looks: facts of
/// the lobby. Owns schema `guide`: `reminder`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "identity",
            "networks",
            "networks::directory",
            "groups",
            "rooms",
            "scheduling",
            "notices",
            "mail",
            "meetings",
            "attendance",
            "rota",
            "farewell"
        })
package org.peerage.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
