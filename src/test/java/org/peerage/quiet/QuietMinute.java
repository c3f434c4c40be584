package org.peerage.quiet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Nobody says anything for a minute, and the group does not go on before the minute is over.
@Component
public class QuietMinute implements ItemType {

    private static final ItemKind KIND = ItemKind.of("quiet.item.", "quiet-minute");

    private final Set<GroupId> wanted = ConcurrentHashMap.newKeySet();
    private final Set<ItemId> over = ConcurrentHashMap.newKeySet();
    private final Set<MeetingId> kept = ConcurrentHashMap.newKeySet();

    public void wantedBy(GroupId group) {
        wanted.add(group);
    }

    public void isOver(ItemId item, MeetingId meeting) {
        over.add(item);
        kept.add(meeting);
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public List<AgendaProposal> proposals(Occasion at) {
        return wanted.contains(at.group())
                ? List.of(new AgendaProposal.Due(2, new ItemReason("quiet.reason", 2)))
                : List.of();
    }

    @Override
    public Optional<Message> holds(ItemId item) {
        return over.contains(item) ? Optional.empty() : Optional.of(Message.of("quiet.held"));
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("quiet/minute", Map.of("sentence", item.current() ? "quiet.now" : "quiet.later"));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        return kept.contains(meeting)
                ? List.of(new Panel("quiet/minute", Map.of("sentence", "quiet.kept")))
                : List.of();
    }
}
