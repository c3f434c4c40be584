package org.peerage.meetings.agenda;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.CharterTerms;
import org.peerage.meetings.floor.Item;
import org.peerage.meetings.floor.ScheduledMeeting;

/// The agenda of a meeting with the facts that it was made from, so that whoever tells of both asks for them once.
/// What has begun is made from nothing any more.
///
/// @param said by those who stand on it
/// @param swaps without those where nobody can bring any more what was to be presented instead
record MadeAgenda(
        ScheduledMeeting meeting,
        Agenda agenda,
        List<Agenda.Offer> offers,
        Agenda.Past past,
        List<PresenterStore.Said> said,
        List<Swap> swaps,
        Optional<CharterTerms> terms) {

    static MadeAgenda kept(ScheduledMeeting meeting, Agenda agenda) {
        return new MadeAgenda(meeting, agenda, List.of(), Agenda.Past.NONE, List.of(), List.of(), Optional.empty());
    }

    /// Open, or agreed and to be seen on this agenda: what has fallen through since is not told as if it were so.
    List<Swap> standing() {
        return swaps.stream()
                .filter(swap -> swap.isOpen()
                        || (swap.isAgreed() && agenda.has(swap.other()) && agenda.has(swap.subject()) == swap.stays()))
                .toList();
    }

    /// With whom whoever stands at an item may change: each who presents something of its kind, or could.
    List<Agenda.Other> others(Item item) {
        return agenda.others(item, offers, past.without(swaps)).stream()
                .filter(other -> meeting.members().contains(other.presenter()))
                .toList();
    }
}
