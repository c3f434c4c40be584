package org.peerage.meetings;

import java.util.Map;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

@Component
class BreakItem implements ItemType {

    private static final ItemKind KIND = ItemKind.of("meetings.item.", "break");

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("meetings/pause", Map.of("item", item));
    }
}
