package org.peerage.networks.conveners;

import java.util.List;
import org.peerage.networks.Networks;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Whoever is taken in to convene a network hears of it, and whoever no longer does; not of what they did themselves.
@Component
class ConvenerNotices implements NoticeKinds {

    private static final NoticeKind APPOINTED = NoticeKind.of("networks.notice.convener");
    private static final NoticeKind ENDED = NoticeKind.of("networks.notice.convener.ended");

    private final Notices notices;

    ConvenerNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(APPOINTED, ENDED);
    }

    void appointed(Networks.Network network, PersonId person) {
        notices.withdraw(ENDED, network.id().value(), person);
        tell(APPOINTED, network, person);
    }

    void ended(Networks.Network network, PersonId person) {
        notices.withdraw(APPOINTED, network.id().value(), person);
        if (!person.equals(Acting.me())) {
            tell(ENDED, network, person);
        }
    }

    private void tell(NoticeKind kind, Networks.Network network, PersonId person) {
        var id = network.id();
        notices.tell(Notice.of(kind, id.value(), id.value(), id.address(), network.name()), List.of(person));
    }
}
