package org.peerage.rota;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;

/// What `/groups/{id}/rota` shows.
///
/// @param asked who waits for an answer, as far as whoever looks may know
/// @param notice why nothing has changed
record RotaPage(
        Circle circle,
        boolean rotates,
        Turns turns,
        List<RotaStore.Asked> asked,
        @Nullable Message notice) {

    private static final int LAST = 6;

    RotaPage refused(Message why) {
        return new RotaPage(circle, rotates, turns, asked, why);
    }

    String action() {
        return Rota.address(circle.id());
    }

    String act(Turn turn, String act) {
        return action() + "/" + turn.meeting() + "/" + act;
    }

    String name(Turn turn) {
        return turn.leader().map(circle::nameOf).orElse("");
    }

    String member(Turn turn) {
        return turn.leader().map(circle.id()::member).orElse("");
    }

    boolean isMine(Turn turn) {
        return turn.isOf(Acting.me());
    }

    /// Whoever leads it is not there that day.
    boolean isAway(Turn turn) {
        return turn.leader().filter(leader -> turns.isAway(leader, turn)).isPresent();
    }

    boolean lacksLeaders() {
        return turns.ahead().stream().anyMatch(turns::isOpen);
    }

    /// Whom the chair may set, and whoever leads may ask.
    List<Circle.Sitter> able(Turn turn) {
        return circle.people().stream()
                .filter(sitter -> turns.may(sitter.id(), turn))
                .toList();
    }

    List<Circle.Sitter> others(Turn turn) {
        return able(turn).stream()
                .filter(sitter -> !sitter.id().equals(Acting.me()))
                .toList();
    }

    Optional<RotaStore.Asked> asked(Turn turn) {
        return asked.stream()
                .filter(one -> one.meeting().equals(turn.meeting()))
                .findFirst();
    }

    boolean asksMe(Turn turn) {
        return asked(turn).filter(one -> one.asked().equals(Acting.me())).isPresent();
    }

    boolean iAsked(Turn turn) {
        return asked(turn).filter(one -> one.asker().equals(Acting.me())).isPresent();
    }

    /// Whom whoever leads it has asked.
    String asked(Turn turn, boolean other) {
        return asked(turn)
                .map(one -> circle.nameOf(other ? one.asked() : one.asker()))
                .orElse("");
    }

    /// What whoever looks would give for a turn that they take.
    Optional<Turn> given(Turn turn) {
        return turns.inReturn(turn, Acting.me());
    }

    List<Turn> last() {
        return turns.led().stream().limit(LAST).toList();
    }
}
