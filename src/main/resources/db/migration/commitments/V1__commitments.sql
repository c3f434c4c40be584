-- What people promised by when. The words are sealed records of the room; here are days, states and who hears of what.
--
-- A commitment that was not kept is its owner's and its witness's business (S0.26): to everybody else the row is gone, so
-- that no list of misses can be made from what a group may read, and nobody's kept rate can be counted but one's own.

create table commitments.commitment (
    id          uuid primary key,
    group_id    uuid        not null,
    room_id     text        not null,
    person_id   uuid        not null,
    witness_id  uuid        not null check (witness_id <> person_id),
    due_on      date        not null,
    made_on date        not null check (made_on < due_on),
    made_at timestamptz not null,
    meeting_id  uuid,
    issue_id    uuid,
    goal_id     uuid,
    -- The text that it began with.
    seed_id     uuid,
    state       text        not null check (state in ('open', 'done', 'missed')),
    closed_at   timestamptz,
    words_id    uuid,
    version     integer     not null,
    check ((state = 'open') = (closed_at is null)),
    unique (id, group_id, person_id, witness_id)
);
create index commitment_group on commitments.commitment (group_id, due_on);
create index commitment_person on commitments.commitment (person_id);
create index commitment_witness on commitments.commitment (witness_id);

-- A commitment that was moved before it fell due, and why (sealed). Kept for good.
create table commitments.renegotiation (
    commitment_id uuid        not null,
    nth           integer     not null check (nth >= 1),
    group_id      uuid        not null,
    person_id     uuid        not null,
    witness_id    uuid        not null,
    from_due      date        not null,
    to_due        date        not null check (to_due > from_due),
    at            timestamptz not null,
    words_id      uuid,
    primary key (commitment_id, nth),
    foreign key (commitment_id, group_id, person_id, witness_id)
        references commitments.commitment (id, group_id, person_id, witness_id)
);

-- The witness has heard how it went.
create table commitments.hearing (
    commitment_id uuid primary key,
    group_id      uuid        not null,
    person_id     uuid        not null,
    witness_id    uuid        not null,
    at            timestamptz not null,
    foreign key (commitment_id, group_id, person_id, witness_id)
        references commitments.commitment (id, group_id, person_id, witness_id)
);

-- The witness has said, before the day, that they stand by whoever promised.
create table commitments.encouragement (
    commitment_id uuid primary key,
    group_id      uuid        not null,
    person_id     uuid        not null,
    witness_id    uuid        not null,
    at            timestamptz not null,
    foreign key (commitment_id, group_id, person_id, witness_id)
        references commitments.commitment (id, group_id, person_id, witness_id)
);

-- Whether it still leads to the goal that it serves: as its owner sees it, and as its witness does.
create table commitments.sync (
    commitment_id  uuid        not null,
    said_by        uuid        not null check (said_by in (person_id, witness_id)),
    group_id       uuid        not null,
    person_id      uuid        not null,
    witness_id     uuid        not null,
    leads_there    boolean     not null,
    at             timestamptz not null,
    primary key (commitment_id, said_by),
    foreign key (commitment_id, group_id, person_id, witness_id)
        references commitments.commitment (id, group_id, person_id, witness_id)
);

alter table commitments.commitment enable row level security;
alter table commitments.commitment force row level security;
alter table commitments.renegotiation enable row level security;
alter table commitments.renegotiation force row level security;
alter table commitments.hearing enable row level security;
alter table commitments.hearing force row level security;
alter table commitments.encouragement enable row level security;
alter table commitments.encouragement force row level security;

alter table commitments.sync enable row level security;
alter table commitments.sync force row level security;

grant usage on schema commitments to peerage_app;
grant select, insert on commitments.commitment to peerage_app;
grant update (due_on, state, closed_at, words_id, version) on commitments.commitment to peerage_app;
grant select, insert on commitments.renegotiation to peerage_app;
grant select, insert on commitments.hearing to peerage_app;
grant select, insert on commitments.encouragement to peerage_app;
grant select, insert, update (leads_there, at) on commitments.sync to peerage_app;

create policy own on commitments.commitment for select to peerage_app
    using (person_id = tenancy.me());
create policy own_new on commitments.commitment for insert to peerage_app
    with check (person_id = tenancy.me() and state = 'open' and group_id = any (array(select groups.my_groups())));
create policy own_change on commitments.commitment for update to peerage_app
    using (person_id = tenancy.me() and state = 'open')
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy witness on commitments.commitment for select to peerage_app
    using (witness_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy circle on commitments.commitment for select to peerage_app
    using (state <> 'missed' and group_id = any (array(select groups.my_groups())));

create policy own on commitments.renegotiation for select to peerage_app
    using (person_id = tenancy.me());
create policy own_new on commitments.renegotiation for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy witness on commitments.renegotiation for select to peerage_app
    using (witness_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy parties on commitments.hearing for select to peerage_app
    using (person_id = tenancy.me() or witness_id = tenancy.me());
create policy witness_new on commitments.hearing for insert to peerage_app
    with check (witness_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy parties on commitments.encouragement for select to peerage_app
    using (person_id = tenancy.me() or witness_id = tenancy.me());
create policy witness_new on commitments.encouragement for insert to peerage_app
    with check (witness_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy parties on commitments.sync for select to peerage_app
    using (person_id = tenancy.me() or witness_id = tenancy.me());
create policy own_new on commitments.sync for insert to peerage_app
    with check (said_by = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_again on commitments.sync for update to peerage_app
    using (said_by = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- How a group keeps its commitments, as two numbers over at least five people; below that, no row. Runs as the owner.
create policy counting on commitments.commitment for select to peerage_owner
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create function commitments.group_kept(circle uuid, today date) returns table (people bigint, due bigint, done bigint)
language sql stable parallel safe security definer set search_path = ''
as $$ select count(distinct c.person_id), count(*), count(*) filter (where c.state = 'done')
      from commitments.commitment c
      where c.group_id = circle and (c.state <> 'open' or c.due_on < today)
      having count(distinct c.person_id) >= 5 $$;
revoke all on function commitments.group_kept(uuid, date) from public;
grant execute on function commitments.group_kept(uuid, date) to peerage_app;

-- What other modules may read; the words are the room's record of the same id.
create view commitments.shared_commitment with (security_invoker = true) as
select id, group_id, person_id, witness_id, due_on, state, id as record_id, room_id, meeting_id, issue_id, made_at, seed_id
from commitments.commitment;
grant select on commitments.shared_commitment to peerage_app;
