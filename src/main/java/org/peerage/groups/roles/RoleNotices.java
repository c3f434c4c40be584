package org.peerage.groups.roles;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Tells somebody that a role is theirs, and where they can give it back.
@Component
class RoleNotices implements NoticeKinds {

    private static final NoticeKind GIVEN = NoticeKind.of("groups.notice.role");

    private final Notices notices;

    RoleNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(GIVEN);
    }

    void given(Circle circle, String role, Optional<PersonId> to, LocalDate until) {
        var subject = Ids.steady("role", circle.id(), role);
        notices.withdraw(GIVEN, subject);
        notices.tell(
                Notice.of(GIVEN, subject, circle.id().value(), circle.id().address() + "/roles", circle.name(), until)
                        .until(until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                to.filter(person -> !person.equals(Acting.me())).stream().toList());
    }
}
