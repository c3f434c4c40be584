/// The open sheet: a group that wants to be found shows itself on one page to people without an account
/// (`S0.36`).
///
/// - It is off until the chair or the convener publishes it, under an address that cannot be guessed, or listed
///   openly on the network's page of such sheets as well. What is not published is not there: no page, no id
///   and no error tells that a group exists.
/// - What it says is read when somebody reads it, as whoever published it may see the group at that moment;
///   with their leave it ends. No member is named who has not said so.
/// - The test of fit is made of who belongs and of the charter, is reckoned in the reader's page and is sent
///   nowhere.
/// - "I would like to talk" makes an application among the group's candidates. Every answer to it is the same;
///   it makes no account and sends no mail to the address that was given.
///
/// Owns schema `opensheet`: `sheet`, `consent`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "identity", "mail", "networks", "groups", "selection"})
package org.peerage.opensheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
