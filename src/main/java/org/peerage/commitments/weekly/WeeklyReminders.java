package org.peerage.commitments.weekly;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.jobs.Job;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.rooms.MemberLetOut;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// On Friday morning whoever has something open of which they have written nothing this week is reminded: once a week,
/// in however many groups they sit, without a letter, and not at all where they have switched it off.
@Component
public class WeeklyReminders implements Job, NoticeKinds {

    private static final String ACTOR = "commitments.weekly";
    private static final NoticeKind TIME = NoticeKind.of("commitments.notice.weekly");

    /// What is long past its day is asked about in a meeting.
    private static final Period ASKED = Period.ofDays(60);

    private final WeeklyStore store;
    private final Notices notices;
    private final Scope scope;
    private final InstantSource clock;

    WeeklyReminders(WeeklyStore store, Notices notices, Scope scope, InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TIME);
    }

    @Override
    public String name() {
        return ACTOR;
    }

    @Override
    public Duration round() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    @Transactional
    public boolean work() {
        var now = clock.instant();
        var due = store.takeDue(now);
        due.ifPresent(one -> {
            var week = Weeks.of(now, one.zone());
            var open =
                    store.open(one, week, LocalDate.ofInstant(now, one.zone()).minus(ASKED));
            store.next(one, open.all() == 0 ? null : Weeks.reminder(now, one.zone()));
            if (open.waiting() > 0) {
                notices.tell(
                        Notice.of(TIME, subject(one.person()), one.group(), list(new GroupId(one.group())), week)
                                .until(Weeks.end(week, one.zone())),
                        List.of(one.person()));
            }
        });
        return due.isPresent();
    }

    /// Whoever acts has something open here from now on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Circle circle) {
        store.remind(circle.id(), circle.zone(), Weeks.reminder(clock.instant(), circle.zone()));
    }

    void turn(Circle circle, boolean off) {
        store.turn(circle.id(), circle.zone(), Weeks.reminder(clock.instant(), circle.zone()), off);
        if (off) {
            written();
        }
    }

    /// Whoever acts has written about everything.
    void written() {
        notices.withdraw(TIME, subject(Acting.me()));
    }

    /// Whoever is in the room no longer is not reminded of what they promised there.
    @EventListener
    void on(MemberLetOut out) {
        scope.actingAs(new Actor.Program(ACTOR), () -> {
            store.leave(out.person(), out.room().value());
            return true;
        });
    }

    /// One for each, whatever group it is about.
    private static UUID subject(PersonId person) {
        return Ids.steady(ACTOR, person);
    }

    static String list(GroupId group) {
        return group.address() + "/commitments";
    }
}
