package org.peerage.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.ballots.BallotRule;
import org.peerage.ballots.Ballots;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// A prospect as one member has them before them.
///
/// @param why null where it is gone from the room
/// @param application what they wrote themselves who have asked to join from outside, as long as it is not decided
/// @param problems what kept the last step from being taken; empty where nothing did
/// @param scorecards those that whoever looks can read: their own, and as the chair all of them
/// @param talk the times of the panel, while they are to be met
/// @param readsAll whether whoever joins can read all of it by the charter
/// @param record the id that the next note will have
record ProspectPage(
        Circle circle,
        Prospect prospect,
        LocalDate today,
        @Nullable SealedView why,
        Optional<ProspectStore.Applied> application,
        List<Note> notes,
        List<ProspectStore.Move> moves,
        List<PanelStore.Panelist> panel,
        Map<PersonId, SealedView> scorecards,
        List<Panel> findings,
        Decision decision,
        Optional<Panel> talk,
        boolean readsAll,
        UUID record,
        List<Message> problems) {

    /// How it is decided on them.
    ///
    /// @param rule empty where the chair decides
    /// @param open what keeps the chair from opening a ballot or inviting them; for the chair alone
    /// @param missing what the charter asks for before it is decided and has not been
    /// @param ballot the last one on them, for whoever may vote in it
    record Decision(
            Optional<BallotRule> rule, List<Message> open, List<Message> missing, Optional<Ballots.Standing> ballot) {}

    record Note(String by, ProspectStore.Note note, SealedView text) {}

    ProspectPage with(List<Message> wrong) {
        return with(talk, wrong);
    }

    /// With a link that has just been made.
    ProspectPage with(Panel made) {
        return with(Optional.of(made), problems);
    }

    private ProspectPage with(Optional<Panel> times, List<Message> wrong) {
        return new ProspectPage(
                circle,
                prospect,
                today,
                why,
                application,
                notes,
                moves,
                panel,
                scorecards,
                findings,
                decision,
                times,
                readsAll,
                record,
                wrong);
    }

    String address() {
        return prospect.address();
    }

    /// They have asked themselves, without an account: nobody of the room has written why.
    boolean isFromOutside() {
        return moves.stream().anyMatch(move -> move.standing() == Standing.APPLIED && move.by() == null);
    }

    String room() {
        return circle.openRoom().value();
    }

    Standing standing() {
        return prospect.standing();
    }

    /// Whose turn it is, and what whoever looks may do about it.
    boolean lets(Act act) {
        return prospect.lets(act, circle, decision.rule());
    }

    /// What else may be done than the one next act.
    List<Act> others() {
        return List.of(Act.CALL_BALLOT, Act.WAIT, Act.TAKE_UP, Act.DECLINE).stream()
                .filter(act -> act != standing().next() && lets(act))
                .filter(act -> act != Act.CALL_BALLOT || decision.missing().isEmpty())
                .toList();
    }

    /// Whoever looks may have to tell them that the group does not go on with them.
    boolean tells() {
        return standing() == Standing.DECLINED && !prospect.erased() && prospect.lookedAfter(circle);
    }

    /// They have come so far that they know of it: they have asked, or were to be met.
    boolean knows() {
        return moves.stream().map(ProspectStore.Move::standing).anyMatch(one -> one == Standing.APPLIED || one.meets());
    }

    /// The result of a ballot is waited for, or for the chair to open one.
    boolean isVotedOn() {
        return prospect.isVotedOn(decision.rule());
    }

    boolean isBallotOpened() {
        return prospect.ballot() != null;
    }

    /// Where the group decides, the chair may only write down that somebody does not want to any more.
    String label(Act act) {
        var how = standing() == Standing.PASSED || isVotedOn() ? ".voted" : ".heard";
        var decides = standing() == Standing.BALLOT || standing() == Standing.PASSED;
        return "selection.act." + act.key() + (decides && (act == Act.INVITE || act == Act.DECLINE) ? how : "");
    }

    boolean looksAfter() {
        return !prospect.ended() && !prospect.erased() && prospect.lookedAfter(circle);
    }

    /// A panel is asked, or may be asked otherwise.
    boolean choosesPanel() {
        return looksAfter() && (standing() == Standing.SCREENED || standing().meets());
    }

    /// Whoever of it has said nothing has still to; after that nobody waits for it any more.
    boolean panelMeets() {
        return standing() == Standing.SCREENED || standing().meets();
    }

    List<Circle.Sitter> inRoom() {
        return circle.inRoom();
    }

    List<Circle.Sitter> eligible() {
        return circle.people().stream().filter(Prospects::mayMeet).toList();
    }

    boolean onPanel(PersonId person) {
        return panel.stream().anyMatch(one -> one.person().equals(person));
    }

    /// Whoever looks was asked to meet them and has not said yet what they found.
    boolean scores() {
        return panel.stream().anyMatch(one -> one.person().equals(Acting.me()) && !one.done())
                && standing().meets()
                && !prospect.erased();
    }

    /// The same for the same candidate: sent twice it is one.
    UUID card() {
        return Ids.steady("scorecard", Acting.me(), prospect.id());
    }

    @Nullable String readers() {
        return SelectionTexts.SCORECARD.readers(Map.of("writer", Acting.me()));
    }
}
