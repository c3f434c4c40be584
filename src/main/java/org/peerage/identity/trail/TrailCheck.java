package org.peerage.identity.trail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.SecondProcess;

/// Follows every chain of an instance that runs, from beside it, a portion at a time.
public final class TrailCheck {

    private TrailCheck() {}

    /// What was found.
    ///
    /// @param broken the first wrong entry of each chain that breaks, by its id
    public record Found(long chains, long entries, List<UUID> broken) {

        public Found {
            broken = List.copyOf(broken);
        }
    }

    /// Empty where no instance runs.
    public static Optional<Found> all(Path home, Map<String, String> environment) {
        return Acting.asProgram(
                "trail-check",
                () -> SecondProcess.transaction(home, environment, sql -> followed(new TrailStore(sql))));
    }

    static Found followed(TrailStore store) {
        var broken = new ArrayList<UUID>();
        store.unmarked().ifPresent(broken::add);
        var chain = new Chain();
        var whose = new UUID(0, 0);
        var number = 0L;
        var chains = 0L;
        var entries = 0L;
        List<Entry> portion;
        do {
            portion = store.afterOfAll(whose, number);
            for (var entry : portion) {
                if (!entry.chain().equals(whose)) {
                    chain.broken().ifPresent(broken::add);
                    chain = new Chain();
                    chains++;
                }
                chain.follow(entry);
                entries++;
                whose = entry.chain();
                number = entry.number();
            }
        } while (portion.size() == TrailStore.PORTION);
        chain.broken().ifPresent(broken::add);
        return new Found(chains, entries, broken);
    }
}
