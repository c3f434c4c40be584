package org.peerage.processing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A group looks at the ways in which it works, and whoever chairs changes how long their steps take, or leaves some
/// out.
@Component
class OwnProtocols {

    /// No meeting is longer: what was begun before and never ended keeps nobody from a change.
    private static final Duration LONGEST_MEETING = Duration.ofHours(12);

    private final Protocols protocols;
    private final OwnMinutesStore store;
    private final Circles circles;
    private final InstantSource clock;

    OwnProtocols(Protocols protocols, OwnMinutesStore store, Circles circles, InstantSource clock) {
        this.protocols = protocols;
        this.store = store;
        this.circles = circles;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    OwnProtocolsPage page(GroupId group) {
        return page(circles.own(group), null);
    }

    /// The page once more, with what was typed and why it was not taken.
    @Transactional(readOnly = true)
    OwnProtocolsPage again(GroupId group, OwnProtocolsPage.Refused refused) {
        return page(circles.own(group), refused);
    }

    private OwnProtocolsPage page(Circle circle, OwnProtocolsPage.@Nullable Refused refused) {
        var own = new LinkedHashMap<String, Map<String, Map<String, Integer>>>();
        return new OwnProtocolsPage(
                circle,
                protocols.all().stream()
                        .map(shipped -> OwnProtocolsPage.Line.of(
                                shipped,
                                own.computeIfAbsent(shipped.module(), module -> store.of(circle.id(), module))
                                        .getOrDefault(shipped.key(), Map.of()),
                                refused))
                        .toList());
    }

    /// Takes minutes by steps, 0 for one that is left out; what is as the program brings it is not kept. Empty where it
    /// was taken, else why not.
    @Transactional
    Optional<Message> change(GroupId group, String module, String key, Map<String, Integer> minutes) {
        var circle = circles.own(group);
        if (!circle.chaired()) {
            throw new NotFound();
        }
        var shipped = protocols.find(module, key).orElseThrow(NotFound::new);
        var own = new LinkedHashMap<String, Integer>();
        for (var step : shipped.steps()) {
            var wanted = minutes.getOrDefault(step.key(), step.minutes().usual());
            if (wanted < 0 || wanted > 240) {
                return Optional.of(Message.of("processing.own.refused.minutes"));
            }
            if (wanted != step.minutes().usual()) {
                own.put(step.key(), wanted);
            }
        }
        if (shipped.changed(own).isEmpty()) {
            return Optional.of(Message.of("processing.own.refused.nothing-left"));
        }
        if (store.isAtWork(group, shipped, clock.instant().minus(LONGEST_MEETING))) {
            return Optional.of(Message.of("processing.own.refused.at-work"));
        }
        store.replace(group, shipped, own);
        return Optional.empty();
    }
}
