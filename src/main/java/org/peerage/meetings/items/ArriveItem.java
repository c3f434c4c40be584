package org.peerage.meetings.items;

import java.util.Map;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Groups;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The first minutes, until everybody sits.
@Component
class ArriveItem implements ItemType {

    private final Groups groups;

    ArriveItem(Groups groups) {
        this.groups = groups;
    }

    @Override
    public ItemKind kind() {
        return Frame.ARRIVE;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel(
                "meetings/items/arrive",
                Map.of(
                        "devices",
                        groups.terms(item.group()).map(CharterTerms::devices).orElse("free")));
    }
}
