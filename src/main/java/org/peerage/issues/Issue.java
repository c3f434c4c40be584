package org.peerage.issues;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.Outcome;

/// An issue as the server knows it: whose, how it is worked on, how far it has come, without the words. Each state has
/// the acts that are right in it.
sealed interface Issue {

    Preparation preparation();

    default IssueId id() {
        return preparation().id();
    }

    default PersonId presenter() {
        return preparation().presenter();
    }

    /// As the texts of the pages name it.
    default String state() {
        return switch (this) {
            case Waiting _ -> "waiting";
            case LetGo _ -> "let-go";
            case Prepared _ -> "prepared";
            case AtWork _ -> "at-work";
            case Closed _ -> "closed";
        };
    }

    /// What its presenter has prepared; `stated` is the text that says it.
    record Preparation(
            IssueId id,
            GroupId group,
            RoomId room,
            PersonId presenter,
            IssueKind kind,
            String protocol,
            int minutes,
            UUID stated) {

        /// Until the group has begun with it.
        Prepared as(IssueKind other, String way, int time) {
            return new Prepared(new Preparation(id, group, room, presenter, other, way, time, stated));
        }
    }

    /// In the parking lot: it has a title and waits until its presenter prepares it.
    record Waiting(Preparation preparation) implements Issue {

        LetGo letGo(Instant now) {
            return new LetGo(preparation, now);
        }
    }

    /// Taken off the parking lot by its presenter, and kept among what once waited.
    record LetGo(Preparation preparation, Instant at) implements Issue {

        Waiting takeUp() {
            return new Waiting(preparation);
        }
    }

    record Prepared(Preparation preparation) implements Issue {}

    record AtWork(Preparation preparation) implements Issue {

        Closed close(Instant now) {
            return new Closed(preparation, now, null);
        }
    }

    /// Finished, with what came of it.
    ///
    /// @param value what it was worth to its presenter, one to ten (`S0.18`); it may be said later
    record Closed(
            Preparation preparation, Instant at, @Nullable Integer value) implements Issue {

        /// Said once, by the presenter; whoever closed it first takes nothing away from that.
        Outcome say(int worth, PersonId by) {
            if (!by.equals(presenter())) {
                return new Outcome.Refused(Message.of("issues.refused.value"));
            }
            return value == null || value == worth
                    ? Outcome.done()
                    : new Outcome.Refused(Message.of("issues.refused.valued", value));
        }
    }
}
