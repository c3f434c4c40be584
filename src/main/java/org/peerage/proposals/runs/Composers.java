package org.peerage.proposals.runs;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.peerage.composition.search.Composer;

/// A few engines with what they were made of, for whoever asks the same next. Memory that is wanted elsewhere takes
/// them.
public final class Composers<K> {

    private static final int KEPT = 4;

    private final Map<K, SoftReference<Composer>> kept = new LinkedHashMap<>();

    public synchronized Optional<Composer> of(K key) {
        var reference = kept.remove(key);
        if (reference == null) {
            return Optional.empty();
        }
        kept.put(key, reference);
        return Optional.ofNullable(reference.get());
    }

    public synchronized void keep(K key, Composer composer) {
        kept.remove(key);
        kept.put(key, new SoftReference<>(composer));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
