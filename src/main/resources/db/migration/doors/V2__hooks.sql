-- Addresses that are told what has happened in a network, each for one of its conveners. The server signs what it sends
-- with the secret, so it has to know it.
create table doors.hook (
    network_id uuid        not null,
    id         uuid        not null,
    person_id  uuid        not null,
    address    text        not null check (length(address) between 8 and 500),
    events     text[]      not null check (cardinality(events) >= 1),
    secret     bytea       not null,
    turn       integer     not null default 0,
    old_secret bytea,
    old_until  timestamptz,
    state      text        not null default 'on' check (state in ('on', 'off')),
    why_off    text        not null default '' check (why_off in ('', 'failing', 'owner')),
    failed     integer     not null default 0,
    made_at    timestamptz not null,
    primary key (network_id, id),
    check ((old_secret is null) = (old_until is null)),
    check ((state = 'off') = (why_off <> ''))
);
create index hook_person on doors.hook (person_id);

-- What an address is told. Written in the transaction of the fact, so that neither is there without the other. `seq` is
-- the order in which a hook hears.
create table doors.delivery (
    network_id  uuid        not null,
    id          uuid        not null,
    hook_id     uuid        not null,
    seq         bigint      not null generated always as identity,
    event       text        not null,
    body        text        not null check (length(body) <= 4000),
    happened_at timestamptz not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
    attempts    integer     not null default 0,
    next_at     timestamptz not null,
    tried_at    timestamptz,
    status      integer,
    trouble     text        not null default '' check (trouble in ('', 'address', 'unreachable', 'answer')),
    primary key (network_id, id),
    foreign key (network_id, hook_id) references doors.hook on delete cascade
);
create index delivery_due on doors.delivery (next_at) where state = 'waiting';
create index delivery_order on doors.delivery (network_id, hook_id, seq);
create index delivery_old on doors.delivery (happened_at) where state <> 'waiting';

alter table doors.hook enable row level security;
alter table doors.hook force row level security;
alter table doors.delivery enable row level security;
alter table doors.delivery force row level security;
grant select, insert, delete on doors.hook to peerage_app;
grant update (secret, turn, old_secret, old_until, state, why_off, failed) on doors.hook to peerage_app;
grant select, insert, delete on doors.delivery to peerage_app;
grant update (state, attempts, next_at, tried_at, status, trouble) on doors.delivery to peerage_app;

-- Whoever convenes the network no more makes no hook there and switches none on.
create policy own_read on doors.hook for select to peerage_app using (person_id = tenancy.me());
create policy own_end on doors.hook for delete to peerage_app using (person_id = tenancy.me());
create policy own_make on doors.hook for insert to peerage_app
    with check (person_id = tenancy.me() and network_id = any (array(select networks.my_convened())));
create policy own_change on doors.hook for update to peerage_app
    using (person_id = tenancy.me())
    with check (person_id = tenancy.me() and network_id = any (array(select networks.my_convened())));
create policy telling on doors.hook for select to peerage_app
    using (tenancy.acting_as('doors.hooks'));
create policy telling_settles on doors.hook for update to peerage_app
    using (tenancy.acting_as('doors.hooks')) with check (tenancy.acting_as('doors.hooks'));
-- Erasing somebody ends their hooks, and what waits for them.
create policy erasing on doors.hook to peerage_app using (tenancy.acting_as('erasing'));

create policy own on doors.delivery for select to peerage_app
    using (exists (select from doors.hook h where h.network_id = delivery.network_id and h.id = delivery.hook_id
                   and h.person_id = tenancy.me()));
create policy telling on doors.delivery to peerage_app
    using (tenancy.acting_as('doors.hooks')) with check (tenancy.acting_as('doors.hooks'));

-- The program learns of which network a group is, and of which group a room. Whether the owner of a hook may hear of it
-- is asked as that owner.
create policy hooks on groups.group for select to peerage_app
    using (tenancy.acting_as('doors.hooks'));
create policy hooks on groups.room for select to peerage_app
    using (tenancy.acting_as('doors.hooks'));
