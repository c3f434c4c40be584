package org.peerage.doors;

import java.util.List;
import org.peerage.identity.People;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// The way to one's tokens, from the page of one's keys.
@Component
class DoorWays implements People.Ways {

    @Override
    public List<Link> ways() {
        return List.of(Link.to(TokenController.PAGE, "doors.tokens.title"));
    }
}
