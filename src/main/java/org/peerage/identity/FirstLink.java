package org.peerage.identity;

import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where nobody has enrolled yet, the console shows a one-time link: the way in without a mail server, and never a
/// default password.
@Component
class FirstLink {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLink.class);

    private final People people;
    private final PersonalLinks links;
    private final boolean demonstration;

    FirstLink(People people, PersonalLinks links, @Value("${peerage.demo:false}") boolean demonstration) {
        this.people = people;
        this.links = links;
        this.demonstration = demonstration;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        if (demonstration) {
            return;
        }
        Acting.asProgram("sign-in", () -> {
            if (people.none()) {
                LOG.info(
                        "Nobody has enrolled yet. Open this link once, within seven days, to begin:\n\n    {}\n",
                        found());
            }
            return people;
        });
    }

    private String found() {
        var issued = links.issue(FOUND, Ids.next(), "", "/networks/new");
        return issued.url();
    }

    static final String FOUND = "networks.found";
}
