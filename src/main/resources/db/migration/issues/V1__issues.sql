-- Issues: whose, in which state. What an issue says is a sealed text of the room; how the group works on it is in
-- `processing`.

create table issues.issue (
    id           uuid primary key,
    group_id     uuid        not null,
    room_id      text        not null,
    presenter_id uuid        not null,
    kind         text        not null check (kind in ('problem', 'decision', 'opportunity', 'plan-review', 'setback')),
    protocol     text        not null,
    minutes      integer     not null check (minutes between 10 and 120),
    state        text        not null check (state in ('waiting', 'let-go', 'prepared', 'at-work', 'closed')),
    stated_id    uuid        not null,
    value        integer check (value between 1 and 10),
    prepared_at  timestamptz not null,
    closed_at    timestamptz,
    check ((state in ('closed', 'let-go')) = (closed_at is not null)),
    check (value is null or state = 'closed')
);
create index issue_group on issues.issue (group_id, state);

-- That its presenter has said, a month and three months later, whether it helped, and which sealed text says so.
create table issues.look_back (
    issue_id  uuid        not null references issues.issue,
    days      integer     not null check (days in (30, 90)),
    group_id  uuid        not null,
    record_id uuid        not null unique,
    at        timestamptz not null,
    primary key (issue_id, days)
);

alter table issues.issue enable row level security;
alter table issues.issue force row level security;

alter table issues.look_back enable row level security;
alter table issues.look_back force row level security;

grant usage on schema issues to peerage_app;
grant select, insert on issues.issue to peerage_app;
grant select, insert on issues.look_back to peerage_app;
grant update (kind, protocol, minutes, state, value, closed_at) on issues.issue to peerage_app;

create policy seen on issues.issue for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on issues.issue for insert to peerage_app
    with check (presenter_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_on on issues.issue for update to peerage_app
    using (presenter_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy led on issues.issue for update to peerage_app
    using (exists (select 1 from processing.processing p join meetings.shared_item i on i.id = p.id
        where p.thing_id = issue.id and i.meeting_id = any (array(select meetings.my_led()))));

create policy seen on issues.look_back for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on issues.look_back for insert to peerage_app
    with check (exists (select 1 from issues.issue i where i.id = look_back.issue_id
        and i.group_id = look_back.group_id and i.presenter_id = tenancy.me() and i.state = 'closed'));

-- An issue is worked on on its item, by whoever leads the meeting; its presenter may end that as well.
create policy issue_led on processing.processing for insert to peerage_app
    with check (module = 'issues' and exists (select 1 from meetings.shared_item i
        where i.id = processing.id and i.subject_id = processing.thing_id and i.group_id = processing.group_id
          and i.meeting_id = any (array(select meetings.my_led()))));
create policy issue_led_on on processing.processing for update to peerage_app
    using (module = 'issues' and exists (select 1 from meetings.shared_item i
        where i.id = processing.id and i.meeting_id = any (array(select meetings.my_led()))));
create policy issue_ended on processing.processing for update to peerage_app
    using (module = 'issues' and exists (select 1 from issues.issue i
        where i.id = processing.thing_id and i.presenter_id = tenancy.me()))
    with check (ended_at is not null);

create view issues.shared_issue with (security_invoker = true) as
    select id, group_id, presenter_id, kind, state, stated_id, prepared_at, closed_at
    from issues.issue;
grant select on issues.shared_issue to peerage_app;
