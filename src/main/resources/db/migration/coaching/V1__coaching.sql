-- Who coaches the presenter of an issue, and that a text was given to the two or to the room. The words are sealed texts.

create table coaching.coaching (
    issue_id     uuid primary key,
    group_id     uuid        not null,
    presenter_id uuid        not null,
    coach_id     uuid        not null check (coach_id <> presenter_id),
    asked_by     uuid        not null,
    state        text        not null check (state in ('asked', 'accepted', 'declined', 'ended')),
    said_at      timestamptz not null
);
create index coaching_of_group on coaching.coaching (group_id);

-- Without a reader it is for the room.
create table coaching.text (
    id        uuid primary key,
    issue_id  uuid        not null,
    group_id  uuid        not null,
    person_id uuid        not null,
    reader_id uuid check (reader_id <> person_id),
    answers   boolean     not null,
    said_at   timestamptz not null,
    check (answers or reader_id is not null)
);
create index text_of_issue on coaching.text (issue_id, said_at);

alter table coaching.coaching enable row level security;
alter table coaching.coaching force row level security;
alter table coaching.text enable row level security;
alter table coaching.text force row level security;

grant usage on schema coaching to peerage_app;
grant select, insert, update (coach_id, asked_by, state, said_at) on coaching.coaching to peerage_app;
grant select, insert on coaching.text to peerage_app;

create policy seen on coaching.coaching for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy asked on coaching.coaching for insert to peerage_app with check (
    asked_by = tenancy.me() and state = 'asked'
    and (presenter_id = tenancy.me() or group_id = any (array(select groups.my_chaired())))
    and exists (select 1 from issues.shared_issue i where i.id = coaching.issue_id
        and i.group_id = coaching.group_id and i.presenter_id = coaching.presenter_id));
create policy asked_again on coaching.coaching for update to peerage_app
    using (group_id = any (array(select groups.my_groups()))
        and (presenter_id = tenancy.me() or group_id = any (array(select groups.my_chaired()))))
    with check (state in ('asked', 'ended')
        and (presenter_id = tenancy.me() or group_id = any (array(select groups.my_chaired()))));
-- Nobody accepts for another.
create policy answered on coaching.coaching for update to peerage_app
    using (coach_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (coach_id = tenancy.me() and state in ('accepted', 'declined', 'ended'));

create policy seen on coaching.text for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
        and (reader_id is null or person_id = tenancy.me() or reader_id = tenancy.me()));
create policy given on coaching.text for insert to peerage_app with check (
    person_id = tenancy.me() and group_id = any (array(select groups.my_groups()))
    and exists (select 1 from issues.shared_issue i where i.id = text.issue_id and i.group_id = text.group_id
        and (i.presenter_id = tenancy.me() or not text.answers))
    and (reader_id is null or exists (select 1 from coaching.coaching c
        where c.issue_id = text.issue_id and c.state = 'accepted'
          and ((c.presenter_id = tenancy.me() and c.coach_id = text.reader_id)
            or (c.coach_id = tenancy.me() and c.presenter_id = text.reader_id)))));
