package org.peerage.commitments;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Texts of other modules that a commitment may begin with.
@Component
class Seeds {

    private final ObjectProvider<CommitmentSeeds> modules;

    Seeds(ObjectProvider<CommitmentSeeds> modules) {
        this.modules = modules;
    }

    /// Of whoever acts.
    Optional<CommitmentSeeds.Seed> find(Circle circle, @Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : modules.stream()
                        .flatMap(module -> module.seed(circle, id).stream())
                        .findFirst();
    }
}
