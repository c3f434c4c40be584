package org.peerage.meetings;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// One kind of agenda item, brought into meetings by the module that knows it: a bean, a template and texts of that
/// module, and no line elsewhere. Everything is asked inside a transaction of whoever acts, so answers rest on rows
/// that this person may see. Forms of a panel post to addresses of the guest and are answered with its own fragment.
public interface ItemType {

    ItemKind kind();

    /// Why it should be on the agenda of this meeting. The order is of no matter.
    default List<AgendaProposal> proposals(Occasion at) {
        return List.of();
    }

    /// What is said of a format's block for which nothing is proposed; empty: the block is left out.
    default Optional<ItemReason> vacant() {
        return Optional.of(ItemReason.of("meetings.reason.format"));
    }

    /// Where a member prepares something of this kind for a meeting to come; shown with the agenda and with what else
    /// there is to prepare.
    default Optional<Link> preparation(MeetingId meeting) {
        return Optional.empty();
    }

    /// A sentence why the group cannot leave this item yet, or empty. Asked of the item's own type, and only once the
    /// rules would let the meeting move on.
    default Optional<Message> holds(ItemId item) {
        return Optional.empty();
    }

    /// The round that is going on inside an item; empty where nobody is heard in turn now, or where the whole
    /// item is one round, as its kind says.
    default Optional<StepRound> round(ItemId item) {
        return Optional.empty();
    }

    /// What to ask whoever leads before the group goes on to the next item, or empty. Asked only of an item
    /// that nothing holds.
    default Optional<Doubt> doubts(ItemId item) {
        return Optional.empty();
    }

    /// What the stage shows of an item.
    Panel stage(ItemView item);

    /// What whoever leads needs of an item on paper, besides its rule; it runs in the transaction of the page.
    default Optional<Panel> paper(OnPaper item) {
        return Optional.empty();
    }

    /// The group has come to an item without screens, as whoever entered the meeting says; in their transaction.
    default void cameTo(ItemId item) {}

    /// What is kept of a meeting that has ended, for its members.
    default List<Panel> record(Circle circle, MeetingId meeting) {
        return List.of();
    }
}
