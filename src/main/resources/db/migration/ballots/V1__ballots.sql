-- Ballots of a group: what is asked under which rule until when, who may vote, and a box. A paper carries no voter, the
-- list of who has voted no choice, and neither a time.

create table ballots.ballot (
    id         uuid primary key,
    group_id   uuid        not null,
    room_id    text        not null,
    -- The key that papers are sealed under.
    epoch      bigint      not null,
    kind       text        not null check (kind ~ '^[a-z][a-z.-]{1,39}$'),
    subject_id uuid        not null,
    rule       text        not null check (rule in ('unanimous', 'two-thirds', 'majority', 'one-objection', 'consent')),
    person_id  uuid        not null,
    opened_at  timestamptz not null,
    last_day   date        not null,
    closes_at  timestamptz not null,
    state      text        not null check (state in ('open', 'closed', 'passed', 'failed', 'withdrawn'))
);
create index ballot_of_group on ballots.ballot (group_id, opened_at);
create index ballot_due on ballots.ballot (closes_at) where state = 'open';

-- Fixed when the ballot opens; whoever leaves the room before having voted is taken off.
create table ballots.voter (
    ballot_id uuid not null references ballots.ballot,
    person_id uuid not null,
    primary key (ballot_id, person_id)
);
create index voter_person on ballots.voter (person_id);

-- All papers and all names in one row, each list in an order that has nothing to do with when they came: there is no row
-- of a paper and none of a voter that could be put side by side. Every vote writes the whole of it anew.
create table ballots.box (
    ballot_id uuid    primary key references ballots.ballot,
    papers    bytea[] not null default '{}',
    voted     uuid[]  not null default '{}',
    check (cardinality(papers) = cardinality(voted))
);

-- What somebody's page has counted.
create table ballots.counted (
    ballot_id uuid    not null references ballots.ballot,
    person_id uuid    not null,
    digest    text    not null check (digest ~ '^[A-Za-z0-9_-]{43}$'),
    yes       integer not null check (yes >= 0),
    no        integer not null check (no >= 0),
    aside     integer not null check (aside >= 0),
    primary key (ballot_id, person_id)
);

alter table ballots.ballot enable row level security;
alter table ballots.ballot force row level security;
alter table ballots.voter enable row level security;
alter table ballots.voter force row level security;
alter table ballots.box enable row level security;
alter table ballots.box force row level security;
alter table ballots.counted enable row level security;
alter table ballots.counted force row level security;

create policy own on ballots.voter for select to peerage_owner using (person_id = tenancy.me());
create function ballots.my_ballots() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select v.ballot_id from ballots.voter v where v.person_id = tenancy.me() $$;
revoke all on function ballots.my_ballots() from public;
grant execute on function ballots.my_ballots() to peerage_app;

grant usage on schema ballots to peerage_app;
grant select, insert, update (state) on ballots.ballot to peerage_app;
grant select, insert, delete on ballots.voter to peerage_app;
grant select, insert, update (papers, voted) on ballots.box to peerage_app;
grant select, insert on ballots.counted to peerage_app;

-- A ballot is there for those who may vote in it and for nobody else: not for whoever it is about, and not for whoever
-- joins later.
create policy voters on ballots.ballot for select to peerage_app
    using (id = any (array(select ballots.my_ballots())) and group_id = any (array(select groups.my_groups())));
create policy opened on ballots.ballot for insert to peerage_app
    with check (person_id = tenancy.me() and state = 'open' and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));
create policy kept on ballots.ballot for select to peerage_app using (tenancy.acting_as('ballots'));
create policy moved on ballots.ballot for update to peerage_app
    using (tenancy.acting_as('ballots')) with check (tenancy.acting_as('ballots'));

create policy voters on ballots.voter for select to peerage_app
    using (ballot_id in (select id from ballots.ballot));
create policy listed on ballots.voter for insert to peerage_app with check (tenancy.acting_as('ballots'));
create policy gone on ballots.voter for delete to peerage_app using (tenancy.acting_as('ballots'));

-- Nobody looks into a box before it is closed.
create policy closed on ballots.box for select to peerage_app
    using (exists (select from ballots.ballot b
                   where b.id = box.ballot_id and b.state in ('closed', 'passed', 'failed')));
create policy begun on ballots.box for insert to peerage_app with check (tenancy.acting_as('ballots'));
create policy kept on ballots.box for select to peerage_app using (tenancy.acting_as('ballots'));
create policy voted on ballots.box for update to peerage_app
    using (tenancy.acting_as('ballots')) with check (tenancy.acting_as('ballots'));

create policy counted on ballots.counted for select to peerage_app
    using (ballot_id in (select id from ballots.ballot));
create policy counts on ballots.counted for insert to peerage_app
    with check (person_id = tenancy.me()
                and exists (select from ballots.ballot b
                            where b.id = counted.ballot_id and b.state in ('closed', 'passed', 'failed')));
