/// People, how they sign in, and the locks that open their keys.
///
/// A person enrols by a personal link, with a passkey and ten recovery words as a second lock. The server stores the
/// public card and the locked key files; it never sees a secret key. Publishes
/// [LinkAccepted][org.peerage.identity.LinkAccepted] when somebody has taken up a personal link.
///
/// Who has lost a passkey signs in by a one-time link: from the console, by mail, or from somebody who knows them.
/// [Acquaintances][org.peerage.identity.Acquaintances] says who that is; the modules that seat people answer it.
///
/// Who has lost everything makes [new keys][org.peerage.identity.NewKeys], which wait until members of a room vouch.
///
/// Who has the keys open on one device hands them to another by a code from screen to screen (`linking`).
///
/// What the program keeps on somebody they read and take along (`kept`), as each module describes it.
///
/// Owns schema `identity`: `person`, `passkey`, `lock`, `card`, `new_keys`, `device`, `personal_link`, `audit`,
/// `web_session`.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "tenancy", "web", "web::download", "mail", "sealing"})
package org.peerage.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
