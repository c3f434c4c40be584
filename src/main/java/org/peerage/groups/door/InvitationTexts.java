package org.peerage.groups.door;

import java.util.List;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.springframework.stereotype.Component;

/// The secret of a personal link, which a page seals for whoever lets its bearer in.
@Component
class InvitationTexts implements TextKinds {

    static final TextKind INVITATION = new TextKind("invitation", Set.of(), Audience.room(), false);

    @Override
    public List<TextKind> kinds() {
        return List.of(INVITATION);
    }
}
