/// The wall: what a group says to each other between its meetings.
///
/// - What somebody says begins a thread; everybody in the room may answer it. Both are sealed texts of the room, a
///   reply about the words that began its thread, so that it can stand below no other (`confidentiality.md` 2.14,
///   rule 5). Both may carry files.
/// - A question to some is sealed to those who are asked, with its answers and files; row security hides from
///   the others that there is one.
/// - What somebody takes back is gone with its files; its place stays, and the page says so by the ledger alone.
/// - The group's own book stands above the wall. A chapter that is written anew stands beside what stood there, so that
///   nobody changes unseen what the group once said; who may write is the charter's word.
/// - A thread is shown whole or not at all: the page knows from the ledger when a reply is missing.
/// - How far somebody has read is known to themselves alone. A page counts as read when its words have opened, not
///   when it was fetched.
/// - Whoever has the wall open sees at once that something was said: the wall is a topic of [live][org.peerage.live].
///
/// Owns schema `wall`: `entry`, `asked`, `book_text`, `reading`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms", "live", "files", "notices"})
package org.peerage.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
