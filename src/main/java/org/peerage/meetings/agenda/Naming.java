package org.peerage.meetings.agenda;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.LeaderNamed;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.Refusal;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who may prepare and lead a meeting beside the chair: named on its agenda, or by a turn (ADR-0034).
@Component
public class Naming {

    private final Agendas agendas;
    private final AgendaStore store;
    private final MeetingStore meetings;
    private final LiveTopics topics;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    Naming(
            Agendas agendas,
            AgendaStore store,
            MeetingStore meetings,
            LiveTopics topics,
            Scope scope,
            ApplicationEventPublisher events) {
        this.agendas = agendas;
        this.store = store;
        this.meetings = meetings;
        this.topics = topics;
        this.scope = scope;
        this.events = events;
    }

    /// By whoever prepares the meeting.
    @Transactional
    Outcome byHand(MeetingId id, long version, UUID request, Optional<PersonId> leader) {
        return agendas.planning(id, version, request, "deputy", scheduled -> {
            if (leader.isPresent() && !scheduled.members().contains(leader.get())) {
                return Optional.of(Refusal.NOT_PRESENT);
            }
            name(scheduled, leader.orElse(null));
            return Optional.empty();
        });
    }

    /// By a turn: whoever calls has found that whoever acts may say so. It is written in the name of the planning,
    /// because one who takes a turn over did not have it before.
    ///
    /// @return false where the meeting has begun or is over
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean byTurn(MeetingId id, @Nullable PersonId leader) {
        topics.take(id.topic());
        var scheduled = meetings.find(id).orElseThrow(NotFound::new);
        if (scheduled.state() != ScheduledMeeting.State.PLANNED
                || (leader != null && !scheduled.members().contains(leader))) {
            return false;
        }
        if (!Objects.equals(scheduled.deputy(), leader)) {
            scope.actingAs(new Actor.Program("meetings.planning"), () -> {
                store.nameDeputy(id, leader);
                return true;
            });
            topics.changed(id.topic(), "deputy", null);
            tell(scheduled, leader);
        }
        return true;
    }

    private void name(ScheduledMeeting scheduled, @Nullable PersonId leader) {
        store.nameDeputy(scheduled.id(), leader);
        tell(scheduled, leader);
    }

    private void tell(ScheduledMeeting scheduled, @Nullable PersonId leader) {
        events.publishEvent(new LeaderNamed(scheduled.id(), scheduled.group(), leader, scheduled.startsAt()));
    }
}
