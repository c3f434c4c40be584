package org.peerage.networks.conveners;

import java.util.List;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.networks.Networks;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Whoever is taken in to convene a network hears of it at once, and whoever no longer does; not of what they did
/// themselves.
@Component
class ConvenerNotices implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("networks.letters.convening");
    private static final NoticeKind APPOINTED =
            NoticeKind.of("networks.notice.convener").mailed(LETTERS);
    private static final NoticeKind ENDED =
            NoticeKind.of("networks.notice.convener.ended").mailed(LETTERS);

    private final Notices notices;

    ConvenerNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(APPOINTED, ENDED);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    /// @param name by which it is passed on by hand where no letter reaches them
    void appointed(Networks.Network network, PersonId person, String name) {
        notices.withdraw(ENDED, network.id().value(), person);
        tell(APPOINTED, network, person, name);
    }

    void ended(Networks.Network network, PersonId person, String name) {
        notices.withdraw(APPOINTED, network.id().value(), person);
        if (!person.equals(Acting.me())) {
            tell(ENDED, network, person, name);
        }
    }

    private void tell(NoticeKind kind, Networks.Network network, PersonId person, String name) {
        var id = network.id();
        notices.tell(Notice.of(kind, id.value(), id.value(), id.address(), network.name()), List.of(person), _ -> name);
    }
}
