package org.peerage.meetings.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.floor.Item;
import org.peerage.tenancy.PersonId;

/// Makes the items of one agenda out of blocks and proposals, and remembers what has not found a place.
final class Drafting {

    private final Occasion at;
    private final Agenda.Past past;
    private final Map<ItemKind, Queue<AgendaProposal.Brought>> brought = new HashMap<>();
    private final Map<ItemKind, Queue<AgendaProposal.Due>> due = new HashMap<>();
    private int drafted;

    Drafting(Occasion at, Agenda.Past past) {
        this.at = at;
        this.past = past;
    }

    int waiting() {
        return (int) brought.values().stream()
                .flatMap(Queue::stream)
                .filter(AgendaProposal.Brought::prepared)
                .count();
    }

    Optional<Item> item(Format.Block block, Agenda.Offer offer) {
        var next = brought(offer, List.of()).poll();
        if (next != null) {
            var minutes = Math.clamp(next.minutes(), block.least(), block.most());
            return Optional.of(about(item(block, offer.kind(), minutes, Item.BY_HAND), next));
        }
        var first = due(offer).poll();
        if (first != null) {
            return Optional.of(
                    item(block, offer.kind(), Math.clamp(first.minutes(), block.least(), block.most()), first.why()));
        }
        return Optional.ofNullable(offer.vacant())
                .map(why -> item(
                        block,
                        offer.kind(),
                        block.minutes(),
                        Optional.ofNullable(block.why()).orElse(why)));
    }

    /// What is proposed although the format has no block for it: by what is due; what a member brings waits for a
    /// format with room, or for a chair who makes some.
    List<Item> unasked(Agenda.Offer offer) {
        brought(offer, List.of());
        var items = new ArrayList<Item>();
        for (var proposal : due(offer)) {
            items.add(Item.planned(
                    id(), offer.kind(), proposal.minutes(), proposal.minutes(), proposal.minutes(), proposal.why()));
        }
        return items;
    }

    Item filled(Item slot, Agenda.Offer offer, List<UUID> placed) {
        var next = brought(offer, placed).poll();
        return next == null ? slot : about(slot, next);
    }

    /// The place of one who has changed with another.
    Item swapped(Item slot, AgendaProposal.Brought what) {
        return about(slot, what).because(ItemReason.of("meetings.reason.swapped"));
    }

    /// First what was not reached last time, then what is prepared, then whoever has not presented for a year, then
    /// what presses most, then whoever has waited longest (C8), and last whoever had left their place to another.
    /// What somebody cannot bring this time is left out.
    private Queue<AgendaProposal.Brought> brought(Agenda.Offer offer, List<UUID> placed) {
        return brought.computeIfAbsent(
                offer.kind(),
                kind -> new ArrayDeque<>(offer.proposals().stream()
                        .filter(AgendaProposal.Brought.class::isInstance)
                        .map(AgendaProposal.Brought.class::cast)
                        .filter(b -> !placed.contains(b.subject()))
                        .filter(b -> !past.isDropped(b.subject()))
                        .sorted(Comparator.comparing((AgendaProposal.Brought b) -> past.isReturned(b.subject()))
                                .thenComparing(
                                        b -> past.carriedFrom(b.subject()).isEmpty())
                                .thenComparing(b -> !b.prepared())
                                .thenComparing(b -> !isDue(kind, b.presenter()))
                                .thenComparing(Comparator.comparingInt(AgendaProposal.Brought::score)
                                        .reversed())
                                .thenComparing(
                                        b -> past.presented(kind, b.presenter()).orElse(java.time.Instant.MIN))
                                .thenComparing(AgendaProposal.Brought::subject))
                        .toList()));
    }

    /// Everybody presents as often a year as the charter says, at least.
    private boolean isDue(ItemKind kind, PersonId presenter) {
        return past.presented(kind, presenter)
                .map(last -> last.isBefore(at.startsAt().minus(past.between())))
                .orElse(true);
    }

    private Queue<AgendaProposal.Due> due(Agenda.Offer offer) {
        return due.computeIfAbsent(
                offer.kind(),
                kind -> new ArrayDeque<>(offer.proposals().stream()
                        .filter(AgendaProposal.Due.class::isInstance)
                        .map(AgendaProposal.Due.class::cast)
                        .toList()));
    }

    private Item about(Item slot, AgendaProposal.Brought what) {
        var from = past.carriedFrom(what.subject());
        var last = past.presented(slot.kind(), what.presenter());
        final ItemReason reason;
        if (from.isPresent()) {
            reason = ItemReason.of("meetings.reason.carried");
        } else if (!what.prepared()) {
            reason = new ItemReason("meetings.reason.next-in-queue", what.score());
        } else if (last.isEmpty()) {
            reason = ItemReason.of("meetings.reason.never-presented");
        } else {
            var days = Duration.between(last.get(), at.startsAt()).toDays();
            reason = new ItemReason("meetings.reason.longest-ago", Math.max(0, days));
        }
        return slot.because(reason).about(what.subject(), what.presenter(), what.way(), from.orElse(null));
    }

    private Item item(Format.Block block, ItemKind kind, int minutes, ItemReason why) {
        return Item.planned(id(), kind, minutes, block.least(), block.most(), why);
    }

    /// The same name at every look, until a chair or the start keeps the agenda: who opened an item of a draft finds
    /// it.
    private ItemId id() {
        var name = at.meeting() + " " + drafted++;
        return new ItemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
