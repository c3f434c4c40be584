/// What the program does by itself: letters, compositions, tidying up.
///
/// - A [Job][org.peerage.jobs.Job] is a bean of the module whose work it is. It acts as a program of its name, with the
///   policies that name it, on a thread of its own on every node.
/// - It looks for work when its round is over, and at once when somebody [wakes][org.peerage.jobs.WakeUps] it, on
///   whichever node. A wake-up is a notification, so one that is lost costs latency only.
/// - Work that lies in rows is held by leases in those rows (ADR-0012). A round that needs doing once for all nodes is
///   held by a lease of the job, which runs out with the round: a node that dies costs one round.
/// - What breaks, the database mostly, is tried again, less and less often.
///
/// Owns schema `jobs`: `lease`.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "tenancy"})
package org.peerage.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
