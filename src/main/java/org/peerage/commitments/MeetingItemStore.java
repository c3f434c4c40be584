package org.peerage.commitments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The items of live meetings that are about commitments: their review, new ones, and what an issue leads to.
@Component
class MeetingItemStore {

    private final JdbcClient sql;

    MeetingItemStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// `lastMet` is when the group's meeting before this one ended, or long ago where this is its first. `over` means
    /// that the meeting has been closed: nothing is promised here any more, unless it was held on paper just now.
    /// An `unfinished` issue is one that the group left before anything had come of it: that is promised later.
    record Place(
            GroupId group,
            UUID meeting,
            boolean review,
            Instant liveSince,
            Instant lastMet,
            boolean over,
            boolean unfinished,
            @Nullable UUID issue,
            @Nullable UUID presenter) {

        /// At the end of an issue the presenter promises; elsewhere everybody may.
        boolean mayCommit(PersonId person) {
            return issue == null || person.value().equals(presenter);
        }
    }

    Optional<Place> find(UUID item) {
        return sql.sql("""
                select m.group_id, m.id as meeting_id, i.kind, coalesce(m.live_since, m.starts_at) as live_since,
                       coalesce((select max(p.closed_at) from meetings.shared_meeting p
                                 where p.group_id = m.group_id
                                   and p.closed_at < coalesce(m.live_since, m.starts_at)), 'epoch') as last_met,
                       m.closed_at is not null as over, i.subject_id, i.presenter_id,
                       coalesce(s.state = 'at-work', false) as unfinished
                from meetings.shared_item i join meetings.shared_meeting m on m.id = i.meeting_id
                left join issues.shared_issue s on s.id = i.subject_id
                where i.id = :item and i.kind in ('commitments-review', 'commitments-new', 'issue')
                """)
                .param("item", item)
                .query((row, number) -> new Place(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("meeting_id", UUID.class),
                        row.getString("kind").equals("commitments-review"),
                        row.getTimestamp("live_since").toInstant(),
                        row.getTimestamp("last_met").toInstant(),
                        row.getBoolean("over"),
                        row.getBoolean("unfinished"),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("presenter_id", UUID.class)))
                .optional();
    }
}
