package org.peerage.processing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peerage.live.Topic;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// Implemented by a module whose things are worked on by protocols. Its own migration says who may write rows of
/// `processing.processing`; its file `protocols/<module>.json` how the work is done. Everything is asked in the
/// transaction of the act or of the page.
public interface SubjectKind {

    /// The module, before which its texts begin.
    String module();

    /// What may be written down while something is worked on.
    List<Text> texts();

    /// Of whoever may see it; empty where there is nothing of this kind.
    Optional<Subject> find(ProcessingId id);

    /// What is followed by those who work on the subject, so that acts on it come one after another; empty where nobody
    /// follows, or where there is nothing of this kind.
    Optional<Topic> topic(ProcessingId id);

    /// Tells those who follow it.
    void changed(Subject subject, Change change);

    /// What is said to a group that must not go on yet; `what` is the key of the requirement, or `end` where all is
    /// there and the thing has only to be closed.
    Message missing(String what);

    /// What stands above the steps: what it is about.
    Optional<Panel> heading(Subject subject);

    /// What stands below the last step: what comes of it.
    ///
    /// @param complete whether all is there that the end asks for
    Optional<Panel> outcome(Subject subject, boolean complete);

    enum Change {
        BEGUN,
        MOVED,
        WRITTEN
    }

    /// One kind of text that may be written down.
    ///
    /// @param many each is a text of its own; otherwise there is one, which is written again
    /// @param presenterOnly for nobody's eyes but the presenter's
    record Text(String kind, boolean many, boolean presenterOnly) {

        public TextKind sealed() {
            var audience = presenterOnly ? Audience.only("presenter") : Audience.room();
            return new TextKind(kind, Set.of("text"), audience, !many);
        }
    }
}
