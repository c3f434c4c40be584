package org.peerage.meetings.items;

import java.util.Map;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

@Component
class BreakItem implements ItemType {

    @Override
    public ItemKind kind() {
        return Frame.BREAK;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("meetings/items/pause", Map.of("item", item));
    }
}
