package org.peerage.issues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class IssueStore {

    private static final String COLUMNS = """
            select id, group_id, room_id, presenter_id, kind, protocol, minutes, state, stated_id, real_id, no_action_id
            from issues.issue
            """;

    private final JdbcClient sql;

    IssueStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The meeting as far as issues need it.
    record Setting(
            MeetingId meeting,
            GroupId group,
            @Nullable String room,
            String state,
            @Nullable PersonId facilitator) {

        boolean ledBy(PersonId person) {
            return person.equals(facilitator);
        }
    }

    /// Where the group stands with an issue.
    record Standing(int step, Instant endsAt) {}

    record Note(int step, SealedView text, boolean mine) {}

    @Transactional(readOnly = true)
    public Optional<Setting> setting(MeetingId meeting) {
        return settings("where m.id = :id", meeting.value());
    }

    @Transactional(readOnly = true)
    public Optional<Setting> setting(ItemId item) {
        return settings(
                "where m.id = (select i.meeting_id from meetings.shared_item i where i.id = :id)", item.value());
    }

    private Optional<Setting> settings(String where, UUID id) {
        return sql.sql("""
                select m.id, m.group_id, g.room_id, m.state, m.facilitator_id
                from meetings.shared_meeting m join groups.shared_group g on g.id = m.group_id
                """ + where)
                .param("id", id)
                .query((row, number) -> new Setting(
                        new MeetingId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("room_id"),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("facilitator_id", UUID.class))
                                .map(PersonId::new)
                                .orElse(null)))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<IssueId> onItem(ItemId item) {
        return sql.sql("select subject_id from meetings.shared_item where id = :item and subject_id is not null")
                .param("item", item.value())
                .query((row, number) -> new IssueId(row.getObject(1, UUID.class)))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Issue> find(IssueId id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(IssueStore::issue)
                .optional();
    }

    /// The issue that this text states.
    @Transactional(readOnly = true)
    public Optional<IssueId> stating(UUID record) {
        return sql.sql("select id from issues.issue where stated_id = :record")
                .param("record", record)
                .query((row, number) -> new IssueId(row.getObject("id", UUID.class)))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Issue> open(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group and state <> 'closed' order by prepared_at")
                .param("group", group.value())
                .query(IssueStore::issue)
                .list();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                new IssueId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("presenter_id", UUID.class)),
                row.getString("kind"),
                row.getString("protocol"),
                row.getInt("minutes"),
                Issue.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("stated_id", UUID.class),
                Optional.ofNullable(row.getObject("real_id", UUID.class)),
                Optional.ofNullable(row.getObject("no_action_id", UUID.class)));
    }

    void add(Issue issue, Instant now) {
        sql.sql("""
                insert into issues.issue
                    (id, group_id, room_id, presenter_id, kind, protocol, minutes, state, stated_id, prepared_at)
                values (:id, :group, :room, :presenter, :kind, :protocol, :minutes, 'prepared', :stated, :now)
                """)
                .param("id", issue.id().value())
                .param("group", issue.group().value())
                .param("room", issue.room().value())
                .param("presenter", issue.presenter().value())
                .param("kind", issue.kind())
                .param("protocol", issue.protocol())
                .param("minutes", issue.minutes())
                .param("stated", issue.stated())
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(IssueId id, String kind, int minutes) {
        sql.sql("update issues.issue set kind = :kind, minutes = :minutes where id = :id")
                .param("kind", kind)
                .param("minutes", minutes)
                .param("id", id.value())
                .update();
    }

    void nameReal(IssueId id, UUID record) {
        sql.sql("update issues.issue set real_id = :record where id = :id")
                .param("record", record)
                .param("id", id.value())
                .update();
    }

    void nameNoAction(IssueId id, UUID record) {
        sql.sql("update issues.issue set no_action_id = :record where id = :id")
                .param("record", record)
                .param("id", id.value())
                .update();
    }

    void close(IssueId id, @Nullable Integer value, Instant now) {
        sql.sql("select issues.hand_over(:id, :now)")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .query()
                .listOfRows();
        sql.sql("update issues.issue set state = 'closed', closed_at = :now, value = :value where id = :id")
                .param("now", Timestamp.from(now))
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Standing> standing(ItemId item) {
        return sql.sql("select step, ends_at from issues.processing where item_id = :item")
                .param("item", item.value())
                .query((row, number) -> new Standing(
                        row.getInt("step"), row.getTimestamp("ends_at").toInstant()))
                .optional();
    }

    void begin(ItemId item, Issue issue, MeetingId meeting, Instant now, Instant end) {
        sql.sql("""
                insert into issues.processing (item_id, issue_id, meeting_id, group_id, step, begun_at, ends_at)
                values (:item, :issue, :meeting, :group, 0, :now, :end) on conflict do nothing
                """)
                .param("item", item.value())
                .param("issue", issue.id().value())
                .param("meeting", meeting.value())
                .param("group", issue.group().value())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(end))
                .update();
        sql.sql("update issues.issue set state = 'processing' where id = :id and state = 'prepared'")
                .param("id", issue.id().value())
                .update();
    }

    /// Moves only from the step the caller saw.
    boolean move(ItemId item, int from, int to, Instant now, Instant end) {
        return sql.sql("""
                        update issues.processing set step = :to, begun_at = :now, ends_at = :end
                        where item_id = :item and step = :from
                        """)
                        .param("to", to)
                        .param("now", Timestamp.from(now))
                        .param("end", Timestamp.from(end))
                        .param("item", item.value())
                        .param("from", from)
                        .update()
                == 1;
    }

    void addNote(Issue issue, PersonId author, int step, UUID record, Instant now) {
        sql.sql("""
                insert into issues.note
                    (id, issue_id, group_id, presenter_id, author_id, step, record_id, taken_at)
                values (:id, :issue, :group, :presenter, :author, :step, :record, :now)
                """)
                .param("id", Ids.next())
                .param("issue", issue.id().value())
                .param("group", issue.group().value())
                .param("presenter", issue.presenter().value())
                .param("author", author.value())
                .param("step", step)
                .param("record", record)
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Note> notes(IssueId issue, PersonId reader) {
        return sql.sql("""
                select n.step, n.author_id, r.room_id, r.id, r.rev, r.kind, r.epoch, r.author, r.sealed
                from issues.note n join rooms.shared_record r on r.id = n.record_id
                where n.issue_id = :issue order by n.taken_at
                """)
                .param("issue", issue.value())
                .query((row, number) -> new Note(
                        row.getInt("step"),
                        SealedView.of(row),
                        row.getObject("author_id", UUID.class).equals(reader.value())))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SealedView> text(UUID record) {
        return sql.sql("""
                select room_id, id, rev, kind, epoch, author, sealed from rooms.shared_record where id = :id
                """)
                .param("id", record)
                .query((row, number) -> SealedView.of(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public String nameOf(GroupId group, PersonId person) {
        return sql.sql("select name from groups.shared_member where group_id = :group and person_id = :person")
                .param("group", group.value())
                .param("person", person.value())
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse("");
    }
}
