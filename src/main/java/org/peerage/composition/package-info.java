/// Composition: who sits with whom. From a roster of leaders and the convener's wishes to groups of about twelve, with
/// a reason for every seat (S1.4 to S1.8, S3.15, S4.6).
///
/// - The search is the product's own and runs in plain Java without framework or database; `docs/decisions/0010` says
///   why. It is any-time: the best so far is there at every moment, and it can be stopped.
/// - Hard rules are never traded against fit. Wishes that cannot hold together are named.
/// - A reason is values, never a sentence: pages and the command line take its text from the same message file.
/// - Whatever number a person sees is summed again from the profiles by separate code in a test.
///
/// This package holds what is composed: leaders, rules, sizes, weights, reasons, proposals. `search` finds the groups,
/// `commandline` reads and writes files, and what knows no leaders, the partition of a matrix and the tools of every
/// search, is in `kernel`.
///
/// The doors are [Composer][org.peerage.composition.search.Composer] for pages and
/// [ComposeCommand][org.peerage.composition.commandline.ComposeCommand] for the command line.
@NullMarked
@ApplicationModule(allowedDependencies = {"places", "rosters", "web"})
package org.peerage.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
