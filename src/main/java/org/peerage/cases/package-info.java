/// Cases: made-up stories of somebody who was about to say too much, talked through in five minutes so that a group
/// knows beforehand what stays in the room (`practice.md`, O). One is recommended in place of yet another reminder.
///
/// - A chair puts one on the agenda; there is a different one each month of a year, and all are texts of this module.
/// - It is worked on by the protocol in `protocols/cases.json`, led by whoever leads the meeting. Nothing is written
/// down.
///
/// Owns schema `cases`, which has policies and no table.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "live", "groups", "rooms", "meetings", "processing"})
package org.peerage.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
