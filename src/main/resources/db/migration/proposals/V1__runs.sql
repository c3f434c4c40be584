-- Runs of the composition and the wishes they heed. Conveners of the network see and ask; to everybody else, its
-- members included, there is nothing here. The program actor `proposals.composing` works on runs that wait or run.

create table proposals.run (
    id          uuid primary key,
    network_id  uuid             not null,
    asked_by    uuid             not null,
    asked_at    timestamptz      not null,
    -- What was asked, as it was then: who changes a profile afterwards does not change a run.
    smallest    integer          not null check (smallest >= 2),
    target      integer          not null check (target between smallest and largest),
    largest     integer          not null check (largest <= 24),
    weights     jsonb            not null,
    rules       jsonb            not null,
    seconds     integer          not null check (seconds between 1 and 3600),
    threads     integer          not null check (threads between 1 and 16),
    seed        bigint           not null,
    iterations  bigint           check (iterations > 0),
    people      integer          not null check (people >= 1),
    input       jsonb            not null,
    input_hash  text             not null check (length(input_hash) = 64),
    -- Group numbers in the order of the input, 0 for nobody's seat: where the search begins, if it begins somewhere.
    begun_with  integer[]        check (cardinality(begun_with) = people),
    -- How far it is.
    state       text             not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
    wanted      text             not null default 'all' check (wanted in ('all', 'best-so-far', 'nothing')),
    spent       double precision not null default 0 check (spent >= 0),
    score       double precision,
    sum         double precision,
    weakest     double precision,
    bound       double precision,
    groups      integer,
    unseated    integer,
    seats       integer[]        check (cardinality(seats) = people),
    attempts    integer          not null default 0,
    held_by     uuid,
    held_until  timestamptz,
    trouble     text             not null default '' check (length(trouble) <= 120),
    trouble_values text[]        not null default '{}',
    started_at  timestamptz,
    ended_at    timestamptz,
    check ((state in ('done', 'stopped', 'failed')) = (ended_at is not null)),
    check ((state = 'running') = (held_by is not null)),
    check ((held_by is null) = (held_until is null)),
    check (state <> 'done' or seats is not null),
    check ((state = 'failed') = (trouble <> ''))
);
create index run_network on proposals.run (network_id, asked_at);
create index run_open on proposals.run (asked_at) where state in ('waiting', 'running');

-- What the convener knows about two people and no profile says. `one` is the smaller id, so that a pair stands once.
create table proposals.wish (
    network_id uuid        not null,
    one        uuid        not null,
    other      uuid        not null check (one < other),
    kind       text        not null check (kind in ('apart', 'together', 'competitors', 'not-competitors')),
    kept_by    uuid        not null,
    kept_at    timestamptz not null,
    primary key (network_id, one, other)
);

alter table proposals.run enable row level security;
alter table proposals.run force row level security;
alter table proposals.wish enable row level security;
alter table proposals.wish force row level security;

grant usage on schema proposals to peerage_app;
grant select, insert on proposals.run to peerage_app;
grant update (state, wanted, spent, score, sum, weakest, bound, groups, unseated, seats, attempts, held_by, held_until,
              trouble, trouble_values, started_at, ended_at) on proposals.run to peerage_app;
grant select, insert, delete on proposals.wish to peerage_app;

create policy conveners_read on proposals.run for select to peerage_app
    using (network_id = any (array(select networks.my_convened())));
create policy conveners_ask on proposals.run for insert to peerage_app
    with check (network_id = any (array(select networks.my_convened()))
                and asked_by = tenancy.me() and state = 'waiting' and attempts = 0 and seats is null);
-- A convener may say how a run is to end, and end one that nobody works on yet.
create policy conveners_end on proposals.run for update to peerage_app
    using (network_id = any (array(select networks.my_convened())) and state in ('waiting', 'running'))
    with check (network_id = any (array(select networks.my_convened())) and state in ('running', 'stopped'));
create policy composing_read on proposals.run for select to peerage_app
    using (tenancy.acting_as('proposals.composing'));
create policy composing_work on proposals.run for update to peerage_app
    using (tenancy.acting_as('proposals.composing') and state in ('waiting', 'running'))
    with check (tenancy.acting_as('proposals.composing'));

create policy conveners on proposals.wish to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())) and kept_by = tenancy.me());
-- A chair who invites is told whom the rule of competitors forbids, as conveners have put it right.
create policy seating on proposals.wish for select to peerage_app
    using (tenancy.acting_as('proposals.seating') and kind in ('competitors', 'not-competitors'));
