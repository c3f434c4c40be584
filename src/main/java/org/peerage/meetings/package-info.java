/// The meeting: its agenda, what each member prepares for it, how it is run live, and what is left afterwards.
///
/// - A meeting exists for every date that a group has set. Its agenda is generated from a format (data) and from what
///   the kinds of items propose; a chair approves or changes it.
/// - Items are guests ([ItemType][org.peerage.meetings.ItemType]): the module that brings a kind says when it is due,
///   draws its part of the stage, may hold it open, and says what is kept of it. Here is only what all have in common.
/// - A meeting is a topic of `live`. Every act is one transaction that takes the topic's row first and tells its
/// change. Acts that move the
///   meeting name the `version` they were made at, and every act names a `request`: repeated it answers the same,
///   out of order it changes nothing. End instants are kept here; pages only count down to them.
/// - Only whoever leads (the facilitator; the deputy or the chair by rule) moves the meeting: by policy and by rule.
/// - After a meeting on paper its items take words for a while of those who were there (ADR-0042), on the same stage.
/// - Nothing that is said is stored here: ids, minutes and times only. Words are sealed records of the room.
///
/// Owns schema `meetings`: `meeting`, `beginning`, `item`, `turn`, `attendance`, `preparation`, `presenting`, `swap`,
/// `rating`. Publishes [MeetingStarted][org.peerage.meetings.MeetingStarted],
/// [MeetingClosed][org.peerage.meetings.MeetingClosed] and [EntryCorrected][org.peerage.meetings.EntryCorrected].
/// Hears the dates of `scheduling`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy", "web", "jobs", "live", "groups", "rooms", "scheduling", "notices", "mail"})
package org.peerage.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
