-- Issues: whose, in which state, at which step. What an issue says is a sealed record of the room.

create table issues.issue (
    id           uuid primary key,
    group_id     uuid        not null,
    room_id      text        not null,
    presenter_id uuid        not null,
    kind         text        not null check (kind in ('problem', 'decision', 'opportunity', 'plan-review', 'setback')),
    protocol     text        not null,
    minutes      integer     not null check (minutes between 10 and 120),
    state        text        not null check (state in ('prepared', 'processing', 'closed')),
    stated_id    uuid        not null,
    real_id      uuid,
    no_action_id uuid,
    value        integer check (value between 1 and 10),
    prepared_at  timestamptz not null,
    closed_at    timestamptz,
    check ((state = 'closed') = (closed_at is not null))
);
create index issue_group on issues.issue (group_id, state);

-- Where the group stands with an issue, on one item of one meeting.
create table issues.processing (
    item_id    uuid primary key,
    issue_id   uuid        not null references issues.issue,
    meeting_id uuid        not null,
    group_id   uuid        not null,
    step       integer     not null check (step >= 0),
    begun_at   timestamptz not null,
    ends_at    timestamptz not null
);
create index processing_issue on issues.processing (issue_id);

-- Notes taken for the presenter. Handed over at the end, after which nobody else sees them.
create table issues.note (
    id           uuid primary key,
    issue_id     uuid        not null references issues.issue,
    group_id     uuid        not null,
    presenter_id uuid        not null,
    author_id    uuid        not null,
    step         integer     not null,
    record_id    uuid        not null,
    taken_at     timestamptz not null,
    handed_at    timestamptz
);
create index note_issue on issues.note (issue_id);

alter table issues.issue enable row level security;
alter table issues.issue force row level security;
alter table issues.processing enable row level security;
alter table issues.processing force row level security;
alter table issues.note enable row level security;
alter table issues.note force row level security;

grant usage on schema issues to peerage_app;
grant select, insert on issues.issue to peerage_app;
grant update (kind, minutes, state, real_id, no_action_id, value, closed_at) on issues.issue to peerage_app;
grant select, insert, update (step, begun_at, ends_at) on issues.processing to peerage_app;
grant select, insert, update (handed_at) on issues.note to peerage_app;

create policy seen on issues.processing for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy led on issues.processing for insert to peerage_app
    with check (meeting_id = any (array(select meetings.my_led())));
create policy led_on on issues.processing for update to peerage_app
    using (meeting_id = any (array(select meetings.my_led())));

create policy seen on issues.issue for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on issues.issue for insert to peerage_app
    with check (presenter_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_on on issues.issue for update to peerage_app
    using (presenter_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy led on issues.issue for update to peerage_app
    using (exists (select 1 from issues.processing p
        where p.issue_id = issue.id and p.meeting_id = any (array(select meetings.my_led()))));

create policy seen on issues.note for select to peerage_app
    using (group_id = any (array(select groups.my_groups())) and (handed_at is null or presenter_id = tenancy.me()));
create policy taken on issues.note for insert to peerage_app
    with check (author_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- Handing over hides a note from everybody but the presenter, also from whoever does it; so the owner does it, for an
-- issue that the acting person presents or leads.
create policy handing on issues.note to peerage_owner
    using (group_id = any (array(select groups.my_groups()))) with check (true);
create policy handing on issues.issue for select to peerage_owner
    using (group_id = any (array(select groups.my_groups())));
create policy handing on issues.processing for select to peerage_owner
    using (group_id = any (array(select groups.my_groups())));
create function issues.hand_over(issue uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = ''
    as $$
        update issues.note n set handed_at = at
        from issues.issue i
        where n.issue_id = issue and i.id = issue and n.handed_at is null
          and (i.presenter_id = tenancy.me()
               or exists (select 1 from issues.processing p
                          where p.issue_id = i.id and p.meeting_id = any (array(select meetings.my_led()))))
    $$;
revoke all on function issues.hand_over(uuid, timestamptz) from public;
grant execute on function issues.hand_over(uuid, timestamptz) to peerage_app;

create view issues.shared_issue with (security_invoker = true) as
    select id, group_id, presenter_id, kind, state, stated_id, real_id, no_action_id, prepared_at, closed_at
    from issues.issue;
grant select on issues.shared_issue to peerage_app;
