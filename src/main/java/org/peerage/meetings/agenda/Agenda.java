package org.peerage.meetings.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.Place;
import org.peerage.meetings.floor.Item;
import org.peerage.meetings.items.Frame;
import org.peerage.tenancy.PersonId;

/// What a group means to do in one meeting. Generated from a format and from what the guests propose, each item with
/// its reason; then approved or changed by hand.
///
/// @param length the minutes that were set aside
/// @param waiting what is prepared and found no place; it comes first next time
record Agenda(int length, List<Item> items, int waiting) {

    /// What one module brings to this agenda.
    ///
    /// @param vacant the reason of a block for which nothing is proposed; without one such a block is left out
    record Offer(ItemKind kind, @Nullable ItemReason vacant, List<AgendaProposal> proposals) {

        boolean brings(UUID subject) {
            return proposals.stream()
                    .anyMatch(one -> one instanceof AgendaProposal.Brought brought
                            && brought.subject().equals(subject));
        }
    }

    /// What a member has prepared earlier and a meeting did not reach.
    record Carried(ItemId item, UUID subject) {}

    /// What the meetings of a group so far say about fairness.
    ///
    /// @param presented when each member last presented, by kind of item
    /// @param dropped what its presenter cannot bring to this meeting
    /// @param returned what somebody had left to another who now cannot: theirs again where nobody else is next
    /// @param between so long at most somebody waits to present again, by the charter
    record Past(
            List<Carried> carried,
            Map<String, Map<PersonId, Instant>> presented,
            List<UUID> dropped,
            List<UUID> returned,
            Duration between) {

        /// Who presents once a year waits for a year at most.
        static final Past NONE = new Past(List.of(), Map.of(), List.of(), List.of(), Duration.ofDays(365));

        boolean isDropped(@Nullable UUID subject) {
            return subject != null && dropped.contains(subject);
        }

        boolean isReturned(@Nullable UUID subject) {
            return subject != null && returned.contains(subject);
        }

        /// The same without what its presenters do not bring because they have changed with somebody who does.
        Past without(List<Swap> swaps) {
            var left = Stream.concat(
                            dropped.stream(),
                            swaps.stream()
                                    .filter(swap -> swap.leaves() && swap.holds(this::isDropped))
                                    .map(Swap::subject))
                    .distinct()
                    .toList();
            var back = swaps.stream()
                    .filter(swap -> swap.leaves() && !swap.holds(this::isDropped))
                    .map(Swap::subject)
                    .filter(subject -> swaps.stream()
                            .noneMatch(swap ->
                                    swap.holds(this::isDropped) && swap.other().equals(subject)))
                    .toList();
            return new Past(carried, presented, left, back, between);
        }

        Optional<ItemId> carriedFrom(UUID subject) {
            return carried.stream()
                    .filter(c -> c.subject().equals(subject))
                    .map(Carried::item)
                    .findFirst();
        }

        Optional<Instant> presented(ItemKind kind, PersonId person) {
            return Optional.ofNullable(
                    presented.getOrDefault(kind.key(), Map.of()).get(person));
        }
    }

    static Agenda generate(Format format, int length, Occasion at, List<Offer> offers, Past past) {
        var drafting = new Drafting(at, past);
        var elastic = new ArrayList<Integer>();
        var items = new ArrayList<Item>();
        for (var block : format.blocks()) {
            offers.stream()
                    .filter(o -> o.kind().key().equals(block.kind()))
                    .findFirst()
                    .flatMap(o -> drafting.item(block, o))
                    .ifPresent(item -> {
                        items.add(item);
                        elastic.add(block.elastic());
                    });
        }
        var agenda = new Agenda(length, List.of(), 0).with(items).fitted(elastic);
        for (var offer : offers) {
            if (format.blocks().stream()
                    .noneMatch(b -> b.kind().equals(offer.kind().key()))) {
                for (var item : drafting.unasked(offer)) {
                    agenda = agenda.placing(item);
                }
            }
        }
        return new Agenda(length, agenda.items(), drafting.waiting());
    }

    /// The same agenda, its open slots filled with what has been prepared since it was kept, and those of whoever
    /// cannot present with what is next.
    Agenda filled(Occasion at, List<Offer> offers, Past past) {
        var placed = items.stream()
                .map(Item::subject)
                .filter(Objects::nonNull)
                .filter(subject -> !past.isReturned(subject))
                .toList();
        var drafting = new Drafting(at, past);
        var filled = new ArrayList<Item>();
        for (var item : items) {
            var offer =
                    offers.stream().filter(o -> o.kind().equals(item.kind())).findFirst();
            var slot = past.isDropped(item.subject()) || past.isReturned(item.subject())
                    ? item.open(offer.map(Offer::vacant).orElse(Item.BY_HAND))
                    : item;
            filled.add(slot.subject() == null && offer.isPresent() ? drafting.filled(slot, offer.get(), placed) : slot);
        }
        return new Agenda(length, List.copyOf(filled), drafting.waiting());
    }

    /// Each in turn: two who both stand here take each other's place with all that is theirs; of two of whom only the
    /// one who asked stands here, the other takes the place. What nobody can bring any more changes nothing.
    Agenda swapped(List<Swap> swaps, Occasion at, List<Offer> offers, Past past) {
        var agenda = this;
        for (var swap : swaps) {
            if (swap.state() == Swap.State.AGREED && swap.holds(past::isDropped)) {
                agenda = agenda.swapped(swap, at, offers, past);
            }
        }
        return agenda;
    }

    private Agenda swapped(Swap swap, Occasion at, List<Offer> offers, Past past) {
        var from = about(swap.subject());
        var to = about(swap.other());
        if (from.isPresent() && to.isPresent()) {
            return swap.stays()
                    ? swapped(from.get().position(), to.get().position()).orElse(this)
                    : this;
        }
        return from.flatMap(item -> brought(item, offers)
                        .filter(other -> other.subject().equals(swap.other()))
                        .findFirst()
                        .map(other -> replacing(new Drafting(at, past).swapped(item, other))))
                .orElse(this);
    }

    /// Somebody with whom a presenter may change, and what they would bring.
    record Other(PersonId presenter, UUID subject) {}

    /// Each once: first those who stand here, then those who bring something that has found no place.
    List<Other> others(Item item, List<Offer> offers, Past past) {
        var here = items.stream()
                .filter(one -> one.kind().equals(item.kind()) && one.subject() != null && one.presenter() != null)
                .map(one -> new Other(Objects.requireNonNull(one.presenter()), Objects.requireNonNull(one.subject())));
        var next = brought(item, offers).map(one -> new Other(one.presenter(), one.subject()));
        var found = new LinkedHashMap<PersonId, Other>();
        Stream.concat(here, next)
                .filter(other -> !other.presenter().equals(item.presenter()) && !past.isDropped(other.subject()))
                .forEach(other -> found.putIfAbsent(other.presenter(), other));
        return List.copyOf(found.values());
    }

    private static Stream<AgendaProposal.Brought> brought(Item item, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.kind().equals(item.kind()))
                .flatMap(offer -> offer.proposals().stream())
                .filter(AgendaProposal.Brought.class::isInstance)
                .map(AgendaProposal.Brought.class::cast);
    }

    private Optional<Item> about(UUID subject) {
        return items.stream().filter(item -> subject.equals(item.subject())).findFirst();
    }

    boolean has(UUID subject) {
        return about(subject).isPresent();
    }

    List<PersonId> presenters() {
        return items.stream()
                .flatMap(item -> Optional.ofNullable(item.presenter()).stream())
                .toList();
    }

    /// Stands for what a chair saw, where nothing has been kept yet that could have a version.
    String fingerprint() {
        return Integer.toHexString(items.stream()
                .map(i -> i.kind().key() + i.minutes() + i.subject())
                .toList()
                .hashCode());
    }

    int total() {
        return items.stream().mapToInt(Item::minutes).sum();
    }

    /// Positive when more was planned than there is time.
    int over() {
        return total() - length;
    }

    /// Shares what is left over, or missing, minute by minute: first between the blocks that the format stretches
    /// first.
    private Agenda fitted(List<Integer> elastic) {
        var fitted = new ArrayList<>(items);
        for (var turn : elastic.stream().filter(e -> e > 0).distinct().sorted().toList()) {
            var step = Integer.signum(length - minutes(fitted));
            for (var moved = true; moved && minutes(fitted) != length; ) {
                moved = false;
                for (var i = 0; i < fitted.size() && minutes(fitted) != length; i++) {
                    var item = fitted.get(i);
                    var minutes = item.minutes() + step;
                    if (elastic.get(i).equals(turn) && minutes >= item.least() && minutes <= item.most()) {
                        fitted.set(i, item.lasting(minutes));
                        moved = true;
                    }
                }
            }
        }
        return with(fitted);
    }

    private static int minutes(List<Item> items) {
        return items.stream().mapToInt(Item::minutes).sum();
    }

    /// A change by hand, or empty where it makes no sense: the frame of a meeting stays.
    Optional<Agenda> change(Change change) {
        return switch (change) {
            case Change.Minutes(var id, var minutes) ->
                minutes < 1 || minutes > 480
                        ? Optional.empty()
                        : find(id).map(i -> replacing(i.lasting(minutes).because(Item.BY_HAND)));
            case Change.Up(var id) -> find(id).flatMap(i -> swapped(i.position(), i.position() - 1));
            case Change.Down(var id) -> find(id).flatMap(i -> swapped(i.position(), i.position() + 1));
            case Change.Remove(var id) ->
                find(id).filter(i -> !Frame.holds(i.kind())).map(this::without);
            case Change.Add(var id, var kind, var minutes) ->
                Frame.holds(kind) || minutes < 1 || minutes > 480
                        ? Optional.empty()
                        : Optional.of(placing(Item.planned(id, kind, minutes, 1, 480, Item.BY_HAND)));
        };
    }

    /// What a chair may do to an agenda.
    sealed interface Change {
        record Minutes(ItemId item, int minutes) implements Change {}

        record Up(ItemId item) implements Change {}

        record Down(ItemId item) implements Change {}

        record Remove(ItemId item) implements Change {}

        record Add(ItemId item, ItemKind kind, int minutes) implements Change {}
    }

    boolean canMove(int from, int to) {
        return to >= 0
                && to < items.size()
                && !Frame.holds(items.get(from).kind())
                && !Frame.holds(items.get(to).kind());
    }

    private Optional<Item> find(ItemId id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    private Optional<Agenda> swapped(int from, int to) {
        if (!canMove(from, to)) {
            return Optional.empty();
        }
        var changed = new ArrayList<>(items);
        changed.set(from, items.get(to));
        changed.set(to, items.get(from));
        return Optional.of(with(changed));
    }

    private Agenda replacing(Item item) {
        return with(items.stream().map(i -> i.id().equals(item.id()) ? item : i).toList());
    }

    private Agenda without(Item item) {
        return with(items.stream().filter(i -> !i.id().equals(item.id())).toList());
    }

    /// Where its kind belongs: after the opening, in the body, or just before the end; a rating stays a rating of all
    /// that came before it.
    private Agenda placing(Item item) {
        var changed = new ArrayList<>(items);
        var place = 0;
        if (item.kind().place() == Place.OPENING) {
            while (place < changed.size() && changed.get(place).kind().place() == Place.OPENING) {
                place++;
            }
        } else {
            place = changed.size();
            while (place > 0 && comesAfter(changed.get(place - 1).kind(), item.kind())) {
                place--;
            }
        }
        changed.add(place, item);
        return with(changed);
    }

    private static boolean comesAfter(ItemKind last, ItemKind added) {
        return last.place() == Place.CLOSING && (added.place() == Place.BODY || Frame.holds(last));
    }

    private Agenda with(List<Item> changed) {
        var numbered = new ArrayList<Item>();
        for (var item : changed) {
            numbered.add(item.at(numbered.size()));
        }
        return new Agenda(length, List.copyOf(numbered), waiting);
    }
}
