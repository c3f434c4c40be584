package org.peerage.doors.hooks;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page asks for.
///
/// @param request under which a form that is sent twice makes one hook; null until it is drawn
record HookForm(
        @Nullable UUID request,
        @Nullable String address,
        @Nullable List<String> events) {

    static HookForm blank() {
        return new HookForm(null, "", List.of());
    }

    record Wish(UUID id, String address, Set<HookEvent> events) {

        Wish {
            events = Set.copyOf(events);
        }
    }

    /// What is asked for, or a code of what is wrong by field.
    sealed interface Parsed {

        record Valid(Wish wish) implements Parsed {}

        record Invalid(Map<String, String> wrong) implements Parsed {

            public Invalid {
                wrong = Map.copyOf(wrong);
            }
        }
    }

    String written() {
        return address == null ? "" : address.strip();
    }

    boolean wants(HookEvent event) {
        return events != null && events.contains(event.word());
    }

    Parsed parse(HookAddress addresses) {
        var wrong = new LinkedHashMap<String, String>();
        addresses.wrong(written()).ifPresent(code -> wrong.put("address", code));
        var words = events == null ? List.<String>of() : events;
        var known = known(words);
        if (known.isEmpty() || known.size() != words.size()) {
            wrong.put("events", "doors.hooks.wrong.events");
        }
        if (request == null || !wrong.isEmpty()) {
            return new Parsed.Invalid(wrong);
        }
        return new Parsed.Valid(new Wish(request, written(), known));
    }

    /// What a later program has written and this one does not know is nothing.
    static Set<HookEvent> known(Collection<String> words) {
        return words.stream()
                .map(HookEvent::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HookEvent.class)));
    }
}
