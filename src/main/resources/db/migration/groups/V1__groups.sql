-- Groups, who sits in them, what they agreed. Members see their own groups; a convener sees the groups, seats and
-- states of the networks that they convene, and nothing of any room. Everybody else sees no row.

create table groups.group (
    id         uuid primary key,
    network_id uuid        not null,
    name       text        not null check (length(name) between 1 and 80),
    purpose    text        not null check (length(purpose) <= 1000),
    zone       text        not null check (length(zone) <= 60),
    smallest   integer     not null check (smallest >= 2),
    target     integer     not null check (target between smallest and largest),
    largest    integer     not null check (largest <= 24),
    formed_by  uuid        not null,
    formed_at  timestamptz not null,
    opened_at  timestamptz,
    -- Since when whoever has the chair of the open room has it.
    chair_since timestamptz
);
create index group_network on groups.group (network_id);

-- One leader's place. `profile_id` is the directory's, `person_id` is known once the seat was accepted.
create table groups.seat (
    id          uuid primary key,
    group_id    uuid        not null references groups.group,
    profile_id  uuid        not null,
    chair       boolean     not null default false,
    state       text        not null check (state in ('open', 'invited', 'accepted', 'in-room', 'left')),
    person_id   uuid,
    name        text        not null default '' check (length(name) <= 120),
    link_id     uuid,
    picked_at   timestamptz not null,
    changed_at  timestamptz not null,
    check ((state in ('accepted', 'in-room', 'left')) = (person_id is not null)),
    check ((state = 'invited') = (link_id is not null)),
    check (not (chair and state = 'left'))
);
create unique index seat_profile on groups.seat (group_id, profile_id) where state <> 'left';
create unique index seat_person on groups.seat (group_id, person_id) where state <> 'left';
create unique index seat_chair on groups.seat (group_id) where chair;
create index seat_of_person on groups.seat (person_id);

-- Which room belongs to a group. A table of its own, because conveners see groups and never rooms.
create table groups.room (
    group_id  uuid primary key references groups.group,
    room_id   text        not null unique check (length(room_id) = 43),
    opened_by uuid        not null,
    opened_at timestamptz not null
);

-- A version is a draft until it is signed or put to the vote; then its words are written out and never change. The first
-- is in force with the chair's signature; a later one once the group has decided so, and until then that one stays.
create table groups.charter (
    group_id uuid    not null references groups.group,
    version  integer not null check (version >= 1),
    template text    not null,
    values   jsonb   not null,
    struck   text[]  not null,
    own      jsonb   not null default '{}',
    added    jsonb   not null default '[]',
    words    text    check (length(words) <= 200000),
    fixed_at timestamptz,
    in_force_at timestamptz,
    declined_at timestamptz,
    check ((words is null) = (fixed_at is null)),
    check (in_force_at is null or fixed_at is not null),
    check (declined_at is null or (fixed_at is not null and in_force_at is null)),
    primary key (group_id, version)
);

create table groups.signature (
    group_id  uuid        not null,
    version   integer     not null,
    person_id uuid        not null,
    name      text        not null check (length(name) <= 120),
    signed_at timestamptz not null,
    -- Once a day; a year later again.
    signed_on date        not null,
    primary key (group_id, version, person_id, signed_on),
    foreign key (group_id, version) references groups.charter on delete cascade
);

alter table groups.group enable row level security;
alter table groups.group force row level security;
alter table groups.seat enable row level security;
alter table groups.seat force row level security;
alter table groups.room enable row level security;
alter table groups.room force row level security;
alter table groups.charter enable row level security;
alter table groups.charter force row level security;
alter table groups.signature enable row level security;
alter table groups.signature force row level security;

-- The functions below run as the owner, who for that sees the acting person's own seats and the groups they oversee.
create policy own_seats on groups.seat for select to peerage_owner
    using (person_id = tenancy.me());
create policy overseen on groups.group for select to peerage_owner
    using (network_id = any (array(select networks.my_convened())));

create function groups.my_groups() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select s.group_id from groups.seat s
      where s.person_id = tenancy.me() and s.state in ('accepted', 'in-room') $$;

create function groups.my_chaired() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select s.group_id from groups.seat s
      where s.person_id = tenancy.me() and s.chair and s.state in ('accepted', 'in-room') $$;

create function groups.my_overseen() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$ select g.id from groups.group g $$;

revoke all on function groups.my_groups() from public;
revoke all on function groups.my_chaired() from public;
revoke all on function groups.my_overseen() from public;
grant execute on function groups.my_groups() to peerage_app;
grant execute on function groups.my_chaired() to peerage_app;
grant execute on function groups.my_overseen() to peerage_app;

grant usage on schema groups to peerage_app;
grant select, insert on groups.group to peerage_app;
grant update (name, purpose, zone, smallest, target, largest, opened_at, chair_since) on groups.group to peerage_app;
grant select, insert, delete on groups.seat to peerage_app;
grant update (chair, state, person_id, name, link_id, changed_at) on groups.seat to peerage_app;
grant select, insert on groups.room to peerage_app;
grant select, insert on groups.charter to peerage_app;
grant update (values, struck, own, added, words, fixed_at, in_force_at, declined_at) on groups.charter to peerage_app;
grant delete on groups.charter to peerage_app;
grant select, insert on groups.signature to peerage_app;

create policy members on groups.group for select to peerage_app
    using (id = any (array(select groups.my_groups())));
create policy conveners on groups.group to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())));
create policy chair on groups.group for update to peerage_app
    using (id = any (array(select groups.my_chaired())))
    with check (id = any (array(select groups.my_chaired())));
create policy seating on groups.group for select to peerage_app
    using (tenancy.acting_as('groups.seating'));
create policy seating_sizes on groups.group for update to peerage_app
    using (tenancy.acting_as('groups.seating')) with check (tenancy.acting_as('groups.seating'));

create policy members on groups.seat for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy conveners on groups.seat for select to peerage_app
    using (group_id = any (array(select groups.my_overseen())));
create policy conveners_pick on groups.seat for insert to peerage_app
    with check (group_id = any (array(select groups.my_overseen())) and state = 'open');
create policy conveners_arrange on groups.seat for update to peerage_app
    using (group_id = any (array(select groups.my_overseen())))
    with check (group_id = any (array(select groups.my_overseen())));
create policy conveners_take_back on groups.seat for delete to peerage_app
    using (group_id = any (array(select groups.my_overseen())) and state in ('open', 'invited'));
-- In a group that meets, the chair has a seat for whom the members have chosen.
create policy chair_offers on groups.seat for insert to peerage_app
    with check (group_id = any (array(select groups.my_chaired())) and state = 'open' and not chair
                and exists (select from groups.group g where g.id = seat.group_id and g.opened_at is not null));
create policy chair_takes_back on groups.seat for delete to peerage_app
    using (group_id = any (array(select groups.my_chaired())) and state in ('open', 'invited') and not chair);
create policy chair on groups.seat for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())))
    with check (group_id = any (array(select groups.my_chaired())));
create policy seating_reads on groups.seat for select to peerage_app
    using (tenancy.acting_as('groups.seating'));
create policy seating_writes on groups.seat for update to peerage_app
    using (tenancy.acting_as('groups.seating'))
    with check (tenancy.acting_as('groups.seating'));

create policy members on groups.room for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy chair on groups.room for insert to peerage_app
    with check (group_id = any (array(select groups.my_chaired())) and opened_by = tenancy.me());
create policy seating on groups.room for select to peerage_app
    using (tenancy.acting_as('groups.seating'));

create policy members on groups.charter for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy conveners_start on groups.charter for insert to peerage_app
    with check (group_id = any (array(select groups.my_overseen())) and fixed_at is null);
create policy conveners on groups.charter for select to peerage_app
    using (group_id = any (array(select groups.my_overseen())));
-- Signed words never change: there is no way to update a version that is fixed.
create policy chair on groups.charter for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())) and fixed_at is null)
    with check (group_id = any (array(select groups.my_chaired())) and (version = 1 or in_force_at is null)
                and declined_at is null);

create policy chair_proposes on groups.charter for insert to peerage_app
    with check (group_id = any (array(select groups.my_chaired())) and version > 1 and fixed_at is null);
create policy chair_withdraws on groups.charter for delete to peerage_app
    using (group_id = any (array(select groups.my_chaired())) and version > 1 and in_force_at is null
           and declined_at is null);
create policy seating_reads on groups.charter for select to peerage_app
    using (tenancy.acting_as('groups.seating'));
create policy seating_puts_in_force on groups.charter for update to peerage_app
    using (tenancy.acting_as('groups.seating') and fixed_at is not null and in_force_at is null
           and declined_at is null)
    with check (tenancy.acting_as('groups.seating'));

create function groups.guard_charter() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if old.fixed_at is not null
       and (new.values, new.struck, new.own, new.added, new.words, new.fixed_at)
           is distinct from (old.values, old.struck, old.own, old.added, old.words, old.fixed_at) then
        raise exception 'signed words never change' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_charter before update on groups.charter for each row execute function groups.guard_charter();

create policy members on groups.signature for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy conveners on groups.signature for select to peerage_app
    using (group_id = any (array(select groups.my_overseen())));
create policy own on groups.signature for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy seating on groups.signature for select to peerage_app
    using (tenancy.acting_as('groups.seating'));

-- Whoever accepts a seat sits in it: neither a convener nor a chair can put a person there, themselves least of all.
create function groups.guard_seat() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if new.person_id is distinct from old.person_id and not tenancy.acting_as('groups.seating') then
        raise exception 'a seat is taken by whoever accepts it' using errcode = 'insufficient_privilege';
    end if;
    -- Once the room is open, who has the chair is signed there.
    if new.chair is distinct from old.chair and not tenancy.acting_as('groups.seating')
       and exists (select from groups.group g where g.id = new.group_id and g.opened_at is not null) then
        raise exception 'the chair is handed over in the room' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_seat before update on groups.seat for each row execute function groups.guard_seat();

-- What other modules may read. `chair_id` is the person, null until the chair has accepted; a convener sees no room.
create view groups.shared_group with (security_invoker = true) as
select g.id, g.network_id, g.name, g.zone, r.room_id, c.person_id as chair_id,
       case when g.opened_at is null then 'forming' else 'open' end as state
from groups.group g
left join groups.room r on r.group_id = g.id
left join groups.seat c on c.group_id = g.id and c.chair;

create view groups.shared_member with (security_invoker = true) as
select s.group_id, s.person_id, s.name, case when s.chair then 'chair' else 'member' end as role, s.state
from groups.seat s
where s.person_id is not null;

create view groups.shared_charter with (security_invoker = true) as
select c.group_id, c.version, c.values as terms, c.fixed_at
from groups.charter c
where c.in_force_at is not null or c.version = 1;

create view groups.shared_signature with (security_invoker = true) as
select s.group_id, s.version, s.person_id from groups.signature s;

grant select on groups.shared_group, groups.shared_member, groups.shared_charter, groups.shared_signature to peerage_app;
