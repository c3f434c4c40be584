package org.peerage.coaching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.issues.IssueId;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.tenancy.Acting;

/// The coach of an issue, and what was given to whoever looks, on its page and, of what is the room's, on the stage.
///
/// @param coaching who was asked last
/// @param others who may be asked
/// @param record the id that what whoever looks writes next will have
record CoachPage(
        Circle circle,
        Presented issue,
        @Nullable Coaching coaching,
        List<Circle.Sitter> others,
        List<Line> lines,
        UUID record) {

    /// @param coach whether it is for the two; else it is for the room
    record Line(String by, boolean coach, boolean answers, SealedView text) {

        TextKind kind() {
            return answers ? (coach ? CoachTexts.COACH : CoachTexts.ROOM) : CoachTexts.WORD;
        }

        List<String> parts() {
            return answers ? CoachTexts.QUESTIONS : List.of("text");
        }
    }

    String address() {
        return new IssueId(issue.issue()).address(circle.id()) + "/coach";
    }

    String room() {
        return circle.openRoom().value();
    }

    boolean presents() {
        return issue.presenter().equals(Acting.me());
    }

    boolean coaches() {
        return coaching != null && coaching.isAccepted() && coaching.coach().equals(Acting.me());
    }

    boolean isAsked() {
        return coaching != null && coaching.isAsked() && coaching.coach().equals(Acting.me());
    }

    boolean hasCoach() {
        return coaching != null && coaching.isAccepted();
    }

    boolean waits() {
        return coaching != null && coaching.isAsked();
    }

    boolean mayAsk() {
        return presents()
                || (circle.chaired() && (coaching == null || !coaching.coach().equals(Acting.me())));
    }

    String presenter() {
        return circle.nameOf(issue.presenter());
    }

    String coach() {
        return coaching == null ? "" : circle.nameOf(coaching.coach());
    }

    /// To whom whoever looks writes.
    String other() {
        return presents() ? coach() : presenter();
    }

    @Nullable String readers(TextKind kind) {
        return coaching == null
                ? null
                : kind.readers(Map.of("presenter", issue.presenter(), "coach", coaching.coach()));
    }
}
