-- Networks, who belongs to them, and the directory. Members read the directory of their networks; only conveners
-- import and found groups; to everybody else a network does not exist.

create table networks.network (
    id         uuid primary key,
    name       text        not null check (length(name) between 1 and 120),
    purpose    text        not null check (length(purpose) <= 600),
    zone       text        not null check (length(zone) between 1 and 60),
    labels     text        not null default 'leaders' check (labels ~ '^[a-z]{1,40}$'),
    founded_by uuid        not null,
    founded_at timestamptz not null
);

create table networks.member (
    network_id uuid        not null references networks.network,
    person_id  uuid        not null,
    role       text        not null check (role in ('convener', 'member')),
    since      timestamptz not null,
    primary key (network_id, person_id)
);
create index member_person on networks.member (person_id, network_id);

-- The leave to found one network, from a personal link. It is spent in the transaction that founds the network, and
-- the policies below accept the founder's own seat in that transaction only.
create table networks.founding (
    link_id    uuid primary key,
    person_id  uuid        not null,
    granted_at timestamptz not null,
    network_id uuid unique,
    spent_at   timestamptz,
    check ((network_id is null) = (spent_at is null))
);
create index founding_person on networks.founding (person_id);

-- A leader in the directory. Nobody sits behind it (person_id null) until a seat is taken.
create table networks.profile (
    id           uuid primary key,
    network_id   uuid        not null references networks.network,
    person_id    uuid,
    name         text        not null default '' check (length(name) <= 120),
    organisation text        not null default '' check (length(organisation) <= 200),
    role_title   text        not null default '' check (length(role_title) <= 120),
    industry     text        not null default '' check (length(industry) <= 120),
    subindustry  text        not null default '' check (length(subindustry) <= 120),
    tags         text        not null default '' check (length(tags) <= 600),
    team_size    integer     check (team_size between 0 and 10000000),
    stage        text        not null default '' check (length(stage) <= 60),
    status       text        not null default '' check (length(status) <= 60),
    place        text        not null default '' check (length(place) <= 200),
    country      text        not null default '' check (length(country) <= 120),
    time_zone    text        not null default '' check (length(time_zone) <= 60),
    remote       boolean,
    external_id  text        not null default '' check (length(external_id) <= 120),
    -- What the directory searches: lower case, without accents, written with the rest by the program.
    sought       text        not null,
    sought_place text        not null default '',
    -- The order of the directory. A page goes on from the key of the last leader of the one before: a plain column,
    -- because row security lets no index look at what a function makes of a row that may not be the reader's.
    sort_key     text collate "C" not null
        generated always as (lower(organisation) || chr(1) || lower(name)) stored,
    version      integer     not null default 1,
    changed_at   timestamptz not null
);
create unique index profile_external on networks.profile (network_id, external_id) where external_id <> '';
create unique index profile_person on networks.profile (network_id, person_id) where person_id is not null;
create index profile_order on networks.profile (network_id, sort_key, id);
create index profile_industry on networks.profile (network_id, industry, sort_key, id);
create index profile_stage on networks.profile (network_id, stage, sort_key, id);
create index profile_size on networks.profile (network_id, team_size);

-- How many leaders a network has (field and value empty), how many of them have taken their seat ('taken'), and how
-- many there are of each industry, stage and place: counted when a leader changes, so that no page counts them.
create table networks.choice (
    network_id uuid   not null,
    field      text   not null check (field in ('', 'taken', 'industry', 'stage', 'place')),
    value      text   not null,
    leaders    bigint not null,
    primary key (network_id, field, value)
);
create index choice_frequent on networks.choice (network_id, field, leaders desc, value);

-- Apart from the profile, because only conveners and its owner may read it.
create table networks.address (
    profile_id uuid primary key references networks.profile on delete cascade,
    network_id uuid not null references networks.network,
    person_id  uuid,
    email      text not null check (length(email) between 3 and 254)
);
create index address_network on networks.address (network_id, email);

-- A roster on its way in: kept between the steps of an import so that nothing is sent twice, for a day at most.
create table networks.upload (
    id          uuid primary key,
    network_id  uuid        not null references networks.network,
    person_id   uuid        not null,
    file_name   text        not null check (length(file_name) <= 200),
    content     bytea       not null check (length(content) <= 33554432),
    encoding    text        not null,
    separator   text        not null,
    heading     text        not null,
    columns     jsonb       not null,
    left_out    integer[]   not null default '{}',
    uploaded_at timestamptz not null,
    imported_at timestamptz,
    outcome     jsonb,
    check ((imported_at is null) = (outcome is null))
);
create index upload_person on networks.upload (person_id, uploaded_at);

alter table networks.network enable row level security;
alter table networks.network force row level security;
alter table networks.member enable row level security;
alter table networks.member force row level security;
alter table networks.founding enable row level security;
alter table networks.founding force row level security;
alter table networks.profile enable row level security;
alter table networks.profile force row level security;
alter table networks.choice enable row level security;
alter table networks.choice force row level security;
alter table networks.address enable row level security;
alter table networks.address force row level security;
alter table networks.upload enable row level security;
alter table networks.upload force row level security;

grant usage on schema networks to peerage_app;
grant select, insert, update (name, purpose, zone, labels) on networks.network to peerage_app;
grant select, insert on networks.member to peerage_app;
grant select, insert, update (network_id, spent_at) on networks.founding to peerage_app;
grant select, insert, update, delete on networks.profile to peerage_app;
grant select on networks.choice to peerage_app;
grant select, insert, update, delete on networks.address to peerage_app;
grant select, insert, update, delete on networks.upload to peerage_app;

-- The functions read as the owner, for whom these policies show the acting person's own rows and no others.
create policy own_for_functions on networks.member for select to peerage_owner
    using (person_id = tenancy.me());
create policy own_for_functions on networks.founding for select to peerage_owner
    using (person_id = tenancy.me());

create function networks.my_networks() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select m.network_id from networks.member m where m.person_id = tenancy.me() $$;

create function networks.my_convened() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select m.network_id from networks.member m where m.person_id = tenancy.me() and m.role = 'convener' $$;

-- The network that the acting person founds in this very transaction.
create function networks.being_founded() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select f.network_id from networks.founding f where f.person_id = tenancy.me() and f.spent_at = now() $$;

revoke all on function networks.my_networks() from public;
revoke all on function networks.my_convened() from public;
revoke all on function networks.being_founded() from public;
grant execute on function networks.my_networks() to peerage_app;
grant execute on function networks.my_convened() to peerage_app;
grant execute on function networks.being_founded() to peerage_app;

create policy members_read on networks.network for select to peerage_app
    using (id = any (array(select networks.my_networks())));
create policy found on networks.network for insert to peerage_app
    with check (founded_by = tenancy.me() and id = any (array(select networks.being_founded())));
create policy convene on networks.network for update to peerage_app
    using (id = any (array(select networks.my_convened())))
    with check (id = any (array(select networks.my_convened())));

create policy own_read on networks.member for select to peerage_app
    using (person_id = tenancy.me());
create policy conveners_read on networks.member for select to peerage_app
    using (network_id = any (array(select networks.my_convened())));
create policy found on networks.member for insert to peerage_app
    with check (person_id = tenancy.me() and network_id = any (array(select networks.being_founded())));
create policy seating on networks.member for insert to peerage_app
    with check (tenancy.acting_as('networks.seating') and role = 'member');
create policy seating_read on networks.member for select to peerage_app
    using (tenancy.acting_as('networks.seating'));

create policy own_read on networks.founding for select to peerage_app
    using (person_id = tenancy.me());
create policy own_spend on networks.founding for update to peerage_app
    using (person_id = tenancy.me() and spent_at is null)
    with check (person_id = tenancy.me() and spent_at = now());
create policy seating on networks.founding for insert to peerage_app
    with check (tenancy.acting_as('networks.seating') and network_id is null);
create policy seating_read on networks.founding for select to peerage_app
    using (tenancy.acting_as('networks.seating'));

create policy members_read on networks.profile for select to peerage_app
    using (network_id = any (array(select networks.my_networks())));
create policy conveners_add on networks.profile for insert to peerage_app
    with check (network_id = any (array(select networks.my_convened())) and person_id is null);
create policy conveners_change on networks.profile for update to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())));
create policy conveners_remove on networks.profile for delete to peerage_app
    using (network_id = any (array(select networks.my_convened())) and person_id is null);
create policy own_change on networks.profile for update to peerage_app
    using (person_id = tenancy.me() and network_id = any (array(select networks.my_networks())))
    with check (person_id = tenancy.me() and network_id = any (array(select networks.my_networks())));
-- A question of its own, asked once and not for every leader of a large directory.
create policy seating on networks.profile to peerage_app
    using ((select tenancy.acting_as('networks.seating')))
    with check (tenancy.acting_as('networks.seating') and person_id is not null);

create policy introducing on networks.profile for insert to peerage_app
    with check ((select tenancy.acting_as('networks.introducing')) and person_id is null);

create policy members_read on networks.choice for select to peerage_app
    using (network_id = any (array(select networks.my_networks())));
create policy counting on networks.choice to peerage_owner
    using (true) with check (true);

-- Counts of several values are always taken in the same order, so that two who change leaders wait for each other and
-- neither is ended.
create function networks.count_choices() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        insert into networks.choice as c (network_id, field, value, leaders)
        select p.network_id, f.field, f.value, count(*)
        from come p cross join lateral networks.fields(p.person_id, p.industry, p.stage, p.place) f
        group by 1, 2, 3 order by 1, 2, 3
        on conflict (network_id, field, value) do update set leaders = c.leaders + excluded.leaders;
    elsif tg_op = 'DELETE' then
        insert into networks.choice as c (network_id, field, value, leaders)
        select p.network_id, f.field, f.value, -count(*)
        from gone p cross join lateral networks.fields(p.person_id, p.industry, p.stage, p.place) f
        group by 1, 2, 3 order by 1, 2, 3
        on conflict (network_id, field, value) do update set leaders = c.leaders + excluded.leaders;
    else
        insert into networks.choice as c (network_id, field, value, leaders)
        select p.network_id, f.field, f.value, sum(p.one)
        from (select 1 as one, n.* from come n union all select -1, o.* from gone o) p
             cross join lateral networks.fields(p.person_id, p.industry, p.stage, p.place) f
        group by 1, 2, 3 having sum(p.one) <> 0 order by 1, 2, 3
        on conflict (network_id, field, value) do update set leaders = c.leaders + excluded.leaders;
    end if;
    return null;
end $$;

-- What a leader counts for.
create function networks.fields(person_id uuid, industry text, stage text, place text)
returns table (field text, value text)
language sql immutable parallel safe
as $$
    select '', '' union all
    select 'taken', '' where person_id is not null union all
    select 'industry', industry where industry <> '' union all
    select 'stage', stage where stage <> '' union all
    select 'place', place where place <> '' $$;

revoke all on function networks.count_choices() from public;
revoke all on function networks.fields(uuid, text, text, text) from public;

create trigger counted_in after insert on networks.profile
    referencing new table as come for each statement execute function networks.count_choices();
create trigger counted_out after delete on networks.profile
    referencing old table as gone for each statement execute function networks.count_choices();
create trigger counted_again after update on networks.profile
    referencing old table as gone new table as come for each statement execute function networks.count_choices();

create policy conveners on networks.address to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())));
create policy own on networks.address to peerage_app
    using (person_id = tenancy.me() and network_id = any (array(select networks.my_networks())))
    with check (person_id = tenancy.me() and network_id = any (array(select networks.my_networks())));
create policy seating on networks.address to peerage_app
    using (tenancy.acting_as('networks.seating'))
    with check (tenancy.acting_as('networks.seating'));

create policy own on networks.upload to peerage_app
    using (person_id = tenancy.me() and network_id = any (array(select networks.my_convened())))
    with check (person_id = tenancy.me() and network_id = any (array(select networks.my_convened())));
create policy tidying on networks.upload to peerage_app
    using (tenancy.acting_as('networks.tidying') and uploaded_at < now() - interval '24 hours')
    with check (false);

create view networks.shared_network with (security_invoker = true) as
    select n.id, n.name, n.purpose, n.zone, n.labels from networks.network n;

create view networks.shared_profile with (security_invoker = true) as
    select p.id, p.network_id, p.person_id, p.name, p.organisation, p.role_title, p.industry, p.subindustry,
           p.team_size, p.stage, p.place, p.time_zone, p.tags, p.status, p.country, p.remote
    from networks.profile p;

create view networks.shared_address with (security_invoker = true) as
    select a.profile_id, a.network_id, a.email from networks.address a;

grant select on networks.shared_network to peerage_app;
grant select on networks.shared_address to peerage_app;
grant select on networks.shared_profile to peerage_app;
