package org.peerage.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.ballots.BallotId;
import org.peerage.ballots.BallotRule;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// Somebody who may join a group.
///
/// @param profile theirs in the directory; null for somebody typed in
/// @param name as it was when they were named; empty where the directory knows none
/// @param before where they stood before they were put on the waiting list
/// @param owner who looks after them
/// @param due until when the next act is wanted; null where nothing is left to do
/// @param ballot the one that is to decide on them; null where none is open or waits to be counted
/// @param erased whoever it was has been erased: nothing leads on any more, and the chair may put them aside
record Prospect(
        ProspectId id,
        GroupId group,
        @Nullable ProfileId profile,
        String name,
        String organisation,
        String roleTitle,
        Standing standing,
        Standing before,
        PersonId owner,
        PersonId nominatedBy,
        Instant movedAt,
        @Nullable LocalDate due,
        @Nullable BallotId ballot,
        boolean erased) {

    String address() {
        return id.in(group);
    }

    /// As a sentence calls them.
    String called() {
        return name.isEmpty() ? organisation : name;
    }

    /// What they do and where, beside their name.
    String what() {
        return name.isEmpty()
                ? ""
                : Stream.of(roleTitle, organisation)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" · "));
    }

    /// From then on they are in the room, and what is written there they can read.
    boolean sits() {
        return standing == Standing.ONBOARDING || standing == Standing.MEMBER;
    }

    boolean ended() {
        return Standing.ENDED.contains(standing);
    }

    boolean late(LocalDate today) {
        return due != null && due.isBefore(today);
    }

    /// Whoever acts looks after them.
    boolean mine() {
        return owner.equals(Acting.me());
    }

    /// By whoever acts: theirs, or the chair's, who may look after all of them.
    boolean lookedAfter(Circle circle) {
        return circle.chaired() || mine();
    }

    /// By name; empty where whoever looked after them has left.
    String ownerIn(Circle circle) {
        return circle.sitter(owner)
                .filter(Circle.Sitter::seated)
                .map(Circle.Sitter::name)
                .orElse("");
    }

    /// The result of a ballot decides, and nobody's word: also where one was opened and the charter has changed since.
    boolean isVotedOn(Optional<BallotRule> rule) {
        return standing == Standing.BALLOT && (ballot != null || rule.isPresent());
    }

    Findings.Candidate candidate() {
        return new Findings.Candidate(id, profile, name, organisation, roleTitle);
    }

    /// Whether whoever acts may do this now.
    ///
    /// @param rule by which the charter lets the group decide; empty where the chair does
    boolean lets(Act act, Circle circle, Optional<BallotRule> rule) {
        return act.after(standing, before).isPresent()
                && (!erased || act == Act.DECLINE)
                && !(act == Act.INVITE && isVotedOn(rule))
                && switch (act.party()) {
                    case OWNER -> lookedAfter(circle);
                    case CHAIR -> circle.chaired();
                    case PROGRAM -> false;
                };
    }
}
