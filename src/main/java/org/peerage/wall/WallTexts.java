package org.peerage.wall;

import java.util.List;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.springframework.stereotype.Component;

/// What is said on a wall: to everybody in the room.
@Component
class WallTexts implements TextKinds {

    static final TextKind ENTRY = TextKind.once("wall-entry", Audience.room());
    static final TextKind REPLY = TextKind.once("wall-reply", Audience.room());

    @Override
    public List<TextKind> kinds() {
        return List.of(ENTRY, REPLY);
    }
}
