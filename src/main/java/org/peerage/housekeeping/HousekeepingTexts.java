package org.peerage.housekeeping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// Lines that a meeting leaves, for everybody in the room.
@Component
class HousekeepingTexts implements TextKinds {

    @Override
    public List<TextKind> kinds() {
        return Arrays.stream(Sort.values()).map(Sort::kind).toList();
    }

    @Override
    public Map<String, Link> places() {
        return Arrays.stream(Sort.values())
                .collect(Collectors.toMap(Sort::key, _ -> Link.to("/meetings/{about}", "housekeeping.place")));
    }
}
