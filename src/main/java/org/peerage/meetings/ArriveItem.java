package org.peerage.meetings;

import java.util.Map;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The first minutes, until everybody sits.
@Component
class ArriveItem implements ItemType {

    @Override
    public ItemKind kind() {
        return Frame.ARRIVE;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("meetings/arrive", Map.of());
    }
}
