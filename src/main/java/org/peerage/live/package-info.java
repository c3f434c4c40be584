/// What several people look at together, whatever it is: that it has changed, who follows it, and the streams
/// that say so to open pages.
///
/// - A [Topic][org.peerage.live.Topic] is a row that stands for the thing. Whoever changes the thing takes the topic's
///   row first and anything else afterwards, a room's head above all; so acts on it come one after another, and no two
///   of them wait for each other.
/// - A change appends an event with the next `n` and notifies. Every node tells its streams "this is at `n`", and a
///   page fetches what it misses: nothing is pushed that a page could not fetch, so a lost notification costs latency
///   only.
/// - Streams are opened in turn, so that thousands who come back at once are all let in.
/// - A stream beats, so that a page notices when its connection has died without a word; it ends when its person is
///   let out of something, and after half an hour in any case.
///
/// Knows nothing of meetings or groups: who sees a topic is said by the policies of the module that brings it.
/// Owns schema `live`: `topic`, `event`, `presence`.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "tenancy", "web", "jobs"})
package org.peerage.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
