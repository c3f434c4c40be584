package org.peerage.meetings.items;

import java.util.Map;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
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
        return new Panel("meetings/items/pause", Map.of("item", item));
    }
}
