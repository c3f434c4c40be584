package org.peerage.meetings.agenda;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.items.ItemTypes;

/// A change by hand as a form sends it: minutes, up, down, remove one item, or add one.
record AgendaChange(
        String name, @Nullable Integer minutes, @Nullable String kind) {

    /// Empty where the page that sent it is not ours.
    Optional<Agenda.Change> on(Agenda agenda, int position, ItemId added, ItemTypes types) {
        if (name.equals("add")) {
            return kind == null || minutes == null
                    ? Optional.empty()
                    : Optional.of(new Agenda.Change.Add(added, types.kind(kind), minutes));
        }
        if (position < 0 || position >= agenda.items().size()) {
            return Optional.empty();
        }
        var item = agenda.items().get(position).id();
        return switch (name) {
            case "minutes" ->
                minutes == null ? Optional.empty() : Optional.of(new Agenda.Change.Minutes(item, minutes));
            case "up" -> Optional.of(new Agenda.Change.Up(item));
            case "down" -> Optional.of(new Agenda.Change.Down(item));
            case "remove" -> Optional.of(new Agenda.Change.Remove(item));
            default -> Optional.empty();
        };
    }
}
