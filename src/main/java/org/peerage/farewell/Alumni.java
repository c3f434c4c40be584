package org.peerage.farewell;

import java.util.Map;
import java.util.Optional;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who has left groups: for the first page, which has nothing else of them.
@Component
public class Alumni {

    private final FarewellStore store;

    Alumni(FarewellStore store) {
        this.store = store;
    }

    /// The groups that whoever acts has said farewell to, and what holds on; empty where there are none.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Panel> left() {
        return Optional.of(store.left())
                .filter(left -> !left.isEmpty())
                .map(left -> new Panel("farewell/alumni", Map.of("left", left)));
    }
}
