package org.peerage.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// What a group means to do in one meeting. Generated from a format and from what is due, each item with its reason;
/// then approved or changed by hand.
///
/// @param length the minutes that were set aside
/// @param waiting issues that are prepared and found no place; they come first next time
record Agenda(int length, List<Item> items, int waiting) {

    /// What a promise needs in the review: who, what, done or not, and a word for the next step.
    static final int MINUTES_PER_PROMISE = 3;

    /// An issue of an earlier meeting that was not reached.
    record Carried(ItemId item, UUID subject) {}

    static Agenda generate(
            Format format,
            int length,
            List<AgendaProposal> proposals,
            List<Carried> carried,
            Map<PersonId, Instant> lastPresented,
            Instant startsAt) {
        var due = 0;
        var prepared = new ArrayList<AgendaProposal.IssuePrepared>();
        for (var proposal : proposals) {
            switch (proposal) {
                case AgendaProposal.CommitmentsDue(var count) -> due += count;
                case AgendaProposal.IssuePrepared issue -> prepared.add(issue);
            }
        }
        var queue = new ArrayDeque<>(fairly(prepared, carried, lastPresented));
        var items = new ArrayList<Item>();
        for (var block : format.blocks()) {
            switch (block.kind()) {
                case COMMITMENTS_REVIEW -> review(block, due).ifPresent(items::add);
                case ISSUE -> items.add(issue(block, queue, carried, lastPresented, startsAt));
                default -> items.add(item(block, block.minutes(), Item.Reason.FORMAT));
            }
        }
        return new Agenda(length, List.of(), queue.size()).with(items).fitted();
    }

    /// First what was not reached last time, then whoever has never presented, then whoever has waited longest (C8).
    private static List<AgendaProposal.IssuePrepared> fairly(
            List<AgendaProposal.IssuePrepared> prepared, List<Carried> carried, Map<PersonId, Instant> lastPresented) {
        return prepared.stream()
                .sorted(Comparator.comparing((AgendaProposal.IssuePrepared i) ->
                                carriedItem(i.subject(), carried).isEmpty())
                        .thenComparing(i -> lastPresented.getOrDefault(i.presenter(), Instant.MIN))
                        .thenComparing(AgendaProposal.IssuePrepared::subject))
                .toList();
    }

    /// The same agenda, its open slots filled with what has been prepared since it was kept.
    Agenda filled(
            List<AgendaProposal> proposals,
            List<Carried> carried,
            Map<PersonId, Instant> lastPresented,
            Instant startsAt) {
        var placed = items.stream().map(Item::subject).toList();
        var prepared = proposals.stream()
                .filter(AgendaProposal.IssuePrepared.class::isInstance)
                .map(AgendaProposal.IssuePrepared.class::cast)
                .filter(i -> !placed.contains(i.subject()))
                .toList();
        var queue = new ArrayDeque<>(fairly(prepared, carried, lastPresented));
        var filled = new ArrayList<Item>();
        for (var item : items) {
            var issue = item.kind() == ItemKind.ISSUE && item.subject() == null ? queue.poll() : null;
            filled.add(issue == null ? item : about(item, issue, carried, lastPresented, startsAt));
        }
        return new Agenda(length, List.copyOf(filled), queue.size());
    }

    /// Stands for what a chair saw, where nothing has been kept yet that could have a version.
    String fingerprint() {
        return Integer.toHexString(items.stream()
                .map(i -> i.kind().key() + i.minutes() + i.subject())
                .toList()
                .hashCode());
    }

    private static Optional<ItemId> carriedItem(UUID subject, List<Carried> carried) {
        return carried.stream()
                .filter(c -> c.subject().equals(subject))
                .map(Carried::item)
                .findFirst();
    }

    private static Optional<Item> review(Format.Block block, int due) {
        if (due == 0) {
            return Optional.empty();
        }
        var minutes = Math.clamp((long) due * MINUTES_PER_PROMISE, block.least(), block.most());
        return Optional.of(item(block, minutes, new Item.Reason("due", due)));
    }

    private static Item issue(
            Format.Block block,
            Queue<AgendaProposal.IssuePrepared> queue,
            List<Carried> carried,
            Map<PersonId, Instant> lastPresented,
            Instant startsAt) {
        var issue = queue.poll();
        if (issue == null) {
            return item(block, block.minutes(), new Item.Reason("open-slot", 0));
        }
        var minutes = Math.clamp(issue.minutes(), block.least(), block.most());
        return about(item(block, minutes, Item.Reason.FORMAT), issue, carried, lastPresented, startsAt);
    }

    private static Item about(
            Item slot,
            AgendaProposal.IssuePrepared issue,
            List<Carried> carried,
            Map<PersonId, Instant> lastPresented,
            Instant startsAt) {
        var from = carriedItem(issue.subject(), carried);
        var last = lastPresented.get(issue.presenter());
        final Item.Reason reason;
        if (from.isPresent()) {
            reason = new Item.Reason("carried", 0);
        } else if (last == null) {
            reason = new Item.Reason("never-presented", 0);
        } else {
            reason = new Item.Reason(
                    "longest-ago", Math.max(0, Duration.between(last, startsAt).toDays()));
        }
        return slot.because(reason).about(issue.subject(), issue.presenter(), issue.protocol(), from.orElse(null));
    }

    private static Item item(Format.Block block, int minutes, Item.Reason reason) {
        return Item.planned(block.kind(), minutes, block.least(), block.most(), reason);
    }

    int total() {
        return items.stream().mapToInt(Item::minutes).sum();
    }

    /// Positive when more was planned than there is time.
    int over() {
        return total() - length;
    }

    /// Shares what is left over, or missing, minute by minute: first between the issues, then the updates.
    private Agenda fitted() {
        var fitted = new ArrayList<>(items);
        for (var kind : List.of(ItemKind.ISSUE, ItemKind.UPDATES)) {
            var step = Integer.signum(length - minutes(fitted));
            for (var moved = true; moved && minutes(fitted) != length; ) {
                moved = false;
                for (var i = 0; i < fitted.size() && minutes(fitted) != length; i++) {
                    var item = fitted.get(i);
                    var minutes = item.minutes() + step;
                    if (item.kind() == kind && minutes >= item.least() && minutes <= item.most()) {
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
                        : find(id).map(i -> replacing(i.lasting(minutes).because(Item.Reason.BY_HAND)));
            case Change.Up(var id) -> find(id).flatMap(i -> swapped(i.position(), i.position() - 1));
            case Change.Down(var id) -> find(id).flatMap(i -> swapped(i.position(), i.position() + 1));
            case Change.Remove(var id) ->
                find(id).filter(i -> !isFrame(i.kind())).map(this::without);
            case Change.Add(var kind, var minutes) ->
                isFrame(kind) || minutes < 1 || minutes > 480
                        ? Optional.empty()
                        : Optional.of(adding(Item.planned(kind, minutes, 1, 480, Item.Reason.BY_HAND)));
        };
    }

    /// What a chair may do to an agenda.
    sealed interface Change {
        record Minutes(ItemId item, int minutes) implements Change {}

        record Up(ItemId item) implements Change {}

        record Down(ItemId item) implements Change {}

        record Remove(ItemId item) implements Change {}

        record Add(ItemKind kind, int minutes) implements Change {}
    }

    /// A meeting begins with arriving and the read-back (S0.14) and ends with a close.
    static boolean isFrame(ItemKind kind) {
        return kind == ItemKind.ARRIVE || kind == ItemKind.CONFIDENTIALITY || kind == ItemKind.CLOSE;
    }

    boolean canMove(int from, int to) {
        return to >= 0
                && to < items.size()
                && !isFrame(items.get(from).kind())
                && !isFrame(items.get(to).kind());
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

    /// Before the closing blocks, so that a rating stays a rating of the whole.
    private Agenda adding(Item item) {
        var changed = new ArrayList<>(items);
        var place = changed.size();
        while (place > 0
                && (changed.get(place - 1).kind() == ItemKind.CLOSE
                        || changed.get(place - 1).kind() == ItemKind.RATING)) {
            place--;
        }
        changed.add(place, item);
        return with(changed);
    }

    private Agenda with(List<Item> changed) {
        var numbered = new ArrayList<Item>();
        for (var item : changed) {
            numbered.add(item.at(numbered.size()));
        }
        return new Agenda(length, List.copyOf(numbered), waiting);
    }
}
