package org.peerage.rooms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.web.Link;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Every kind of text that a module has declared, collected once when all of them are there.
@Component
class KnownKinds implements SmartInitializingSingleton {

    private final ObjectProvider<TextKinds> modules;
    private final Map<String, TextKind> kinds = new LinkedHashMap<>();

    KnownKinds(ObjectProvider<TextKinds> modules) {
        this.modules = modules;
    }

    @Override
    public void afterSingletonsInstantiated() {
        modules.stream().flatMap(module -> module.kinds().stream()).forEach(kind -> {
            if (kinds.putIfAbsent(kind.key(), kind) != null) {
                throw new IllegalStateException("two modules call a text " + kind.key());
            }
        });
    }

    Collection<TextKind> all() {
        return List.copyOf(kinds.values());
    }

    Map<String, Link> places() {
        var places = new LinkedHashMap<String, Link>();
        modules.orderedStream().forEach(module -> places.putAll(module.places()));
        return places;
    }

    /// Of a text for named readers nothing more can be asked than that some kind is for as many.
    void check(SealedPut put) {
        var possible = kinds.values().stream().filter(kind -> kind.isOf(put)).toList();
        if (possible.isEmpty()) {
            throw new RoomRefused("unexpected-kind");
        }
        if (possible.stream().noneMatch(kind -> kind.fits(put))) {
            throw new RoomRefused("wrong-revision");
        }
    }

    void check(String key) {
        if (!kinds.containsKey(key)) {
            throw new RoomRefused("unexpected-kind");
        }
    }
}
