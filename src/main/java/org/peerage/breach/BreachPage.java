package org.peerage.breach;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.ballots.Ballots;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// Breaches of a group as far as whoever looks may know of them.
///
/// @param record the id that a report written now will have
/// @param pause months of a pause that the group can decide, by its charter
/// @param reports those that whoever looks has written or handles
record BreachPage(Circle circle, UUID record, int pause, List<Reported> reports, List<Case> cases) {

    /// @param text null to its writer, and where it is for a key that is no longer in the room
    /// @param breach what was taken up because of it, as far as whoever looks may know of it
    record Reported(Report report, @Nullable SealedView text, Optional<Breach> breach) {

        boolean mine() {
            return report.reporter().equals(Acting.me());
        }
    }

    /// @param text null where it is for a key that is no longer in the room
    /// @param again whoever looks wrote it to whoever handled it before, and has not given it to whoever does now
    record Said(BreachStore.Account account, @Nullable SealedView text, boolean again) {}

    /// One of them.
    ///
    /// @param ballot to whoever may vote in it
    record Case(Circle circle, Breach breach, List<Said> said, Optional<Ballots.Standing> ballot) {

        boolean handles() {
            return breach.isHandledBy(Acting.me());
        }

        /// Waits for whoever looks.
        boolean mayTakeOver() {
            return breach.mayBeTakenOverBy(Acting.me());
        }

        /// By name; empty where all who are left are part of it.
        String next() {
            return breach.liesWith().map(circle::nameOf).orElse("");
        }

        boolean accused() {
            return breach.accuses(Acting.me());
        }

        boolean harmed() {
            return breach.harmed(Acting.me());
        }

        boolean writes() {
            return breach.takesAccountOf(Acting.me());
        }

        boolean statement() {
            return breach.state() == State.DECIDED;
        }

        boolean mayVeto() {
            return harmed()
                    && !breach.vetoed()
                    && Act.VETO.after(breach.state()).isPresent();
        }

        /// Where the chair lets the accused out.
        Optional<String> door() {
            return breach.hasToLeave(circle) ? Optional.of(Groups.room(circle.id())) : Optional.empty();
        }

        /// Whoever is to let the accused out is the accused.
        boolean ownDoor() {
            return circle.chair().equals(Optional.of(breach.accused()));
        }

        String whom() {
            return circle.nameOf(breach.accused());
        }

        String handler() {
            return circle.nameOf(breach.handler());
        }

        String affected() {
            return breach.affected().map(one -> circle.nameOf(one.person())).orElse("");
        }

        boolean is(State state) {
            return breach.state() == state;
        }

        /// What was decided; empty before.
        Optional<Verdict> outcome() {
            return switch (breach.state()) {
                case DECIDED, REPAIRED, CLOSED -> Optional.ofNullable(breach.verdict());
                case CONTAINED, HEARD, HEARING, VOTING -> Optional.empty();
            };
        }

        List<Verdict> choices() {
            return breach.vetoed() ? Verdict.withoutTheGroup() : Arrays.asList(Verdict.values());
        }

        @Nullable String readers() {
            return BreachTexts.ACCOUNT.readers(Map.of("handler", breach.handler(), "speaker", Acting.me()));
        }

        String address(String act) {
            return BreachPage.address(circle.id()) + "/" + breach.id() + "/" + act;
        }
    }

    static String address(GroupId group) {
        return group.address() + "/breach";
    }

    String address() {
        return address(circle.id());
    }

    List<Verdict> choices(Case one) {
        return one.choices().stream()
                .filter(verdict -> verdict != Verdict.SUSPENSION || pause > 0)
                .toList();
    }

    String room() {
        return circle.openRoom().value();
    }

    /// Who can be told, the chair first.
    List<Circle.Sitter> others() {
        var others = circle.inRoom().stream()
                .filter(sitter -> !sitter.id().equals(Acting.me()))
                .toList();
        return Stream.concat(
                        others.stream().filter(Circle.Sitter::chairs),
                        others.stream().filter(sitter -> !sitter.chairs()))
                .toList();
    }

    @Nullable String readers(PersonId handler) {
        return BreachTexts.REPORT.readers(Map.of("handler", handler));
    }

    List<Reported> received() {
        return reports.stream().filter(one -> !one.mine()).toList();
    }

    /// Cases that a report to whoever looks may belong to.
    List<Case> handled() {
        return cases.stream()
                .filter(one -> one.handles() && !one.breach().isClosed())
                .toList();
    }

    /// Whoever was to read it is not in the group any more.
    boolean isLost(Report report) {
        return !report.dropped()
                && circle.sitter(report.handler()).filter(Circle.Sitter::inRoom).isEmpty();
    }

    List<Reported> written() {
        return reports.stream().filter(Reported::mine).toList();
    }

    LocalDate day(Report report) {
        return circle.day(report.at());
    }
}
