-- Proposals: what a run found, as people change and accept it. Conveners of the network see and change them; to everybody
-- else, its members included, there is nothing here. The program actor `proposals.composing` makes the proposal of a run
-- that is done.

create table proposals.proposal (
    id          uuid primary key,
    network_id  uuid        not null,
    run_id      uuid        not null references proposals.run,
    copied_from uuid,
    name        text        not null default '' check (length(name) <= 80),
    made_by     uuid        not null,
    made_at     timestamptz not null,
    -- One more with every change, so that two tabs never overwrite each other silently.
    version     integer     not null default 1 check (version >= 1),
    changed_at  timestamptz not null,
    unique (id, network_id, run_id),
    -- A copy is of the same network and of the same people.
    foreign key (copied_from, network_id, run_id) references proposals.proposal (id, network_id, run_id)
);
-- A run has one proposal, however often its end is told; copies are people's.
create unique index proposal_of_run on proposals.proposal (run_id) where copied_from is null;
create index proposal_network on proposals.proposal (network_id, made_at);

-- Whoever has no seat is not here. The people are those of the run.
create table proposals.seat (
    proposal_id uuid    not null references proposals.proposal,
    profile_id  uuid    not null,
    number      integer not null check (number >= 1),
    locked      boolean not null default false,
    primary key (proposal_id, profile_id)
);

-- Groups of a proposal that were formed. A number stands once: no group is formed twice from one proposal.
create table proposals.accepted (
    proposal_id uuid        not null references proposals.proposal,
    number      integer     not null check (number >= 1),
    group_id    uuid        not null,
    accepted_by uuid        not null,
    accepted_at timestamptz not null,
    primary key (proposal_id, number)
);

-- Runs that were asked for to improve a proposal: what was accepted in it is accepted in what they find.
create table proposals.what_if (
    run_id      uuid primary key references proposals.run,
    proposal_id uuid not null references proposals.proposal
);

alter table proposals.proposal enable row level security;
alter table proposals.proposal force row level security;
alter table proposals.seat enable row level security;
alter table proposals.seat force row level security;
alter table proposals.accepted enable row level security;
alter table proposals.accepted force row level security;
alter table proposals.what_if enable row level security;
alter table proposals.what_if force row level security;

grant select, insert on proposals.proposal to peerage_app;
grant update (name, version, changed_at) on proposals.proposal to peerage_app;
grant select, insert, delete on proposals.seat to peerage_app;
grant update (number, locked) on proposals.seat to peerage_app;
grant select, insert on proposals.accepted to peerage_app;
grant select, insert on proposals.what_if to peerage_app;

create policy conveners_read on proposals.proposal for select to peerage_app
    using (network_id = any (array(select networks.my_convened())));
create policy conveners_change on proposals.proposal for update to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())));
create policy conveners_copy on proposals.proposal for insert to peerage_app
    with check (network_id = any (array(select networks.my_convened()))
                and made_by = tenancy.me() and copied_from is not null);
create policy composing_read on proposals.proposal for select to peerage_app
    using (tenancy.acting_as('proposals.composing'));
create policy composing_make on proposals.proposal for insert to peerage_app
    with check (tenancy.acting_as('proposals.composing')
                and copied_from is null
                and run_id in (select r.id from proposals.run r
                               where r.network_id = proposal.network_id and r.asked_by = made_by and r.state = 'done'));

-- Whoever sees a proposal sees and changes its seats; the policy of the proposal decides.
create policy of_proposals on proposals.seat to peerage_app
    using (proposal_id in (select p.id from proposals.proposal p))
    with check (proposal_id in (select p.id from proposals.proposal p));
create policy of_proposals on proposals.accepted for select to peerage_app
    using (proposal_id in (select p.id from proposals.proposal p));
create policy conveners_accept on proposals.accepted for insert to peerage_app
    with check (proposal_id in (select p.id from proposals.proposal p) and accepted_by = tenancy.me());
create policy composing_accept on proposals.accepted for insert to peerage_app
    with check (tenancy.acting_as('proposals.composing'));
create policy of_proposals on proposals.what_if to peerage_app
    using (proposal_id in (select p.id from proposals.proposal p))
    with check (proposal_id in (select p.id from proposals.proposal p));

-- Nobody leaves or joins a group that was formed from the proposal: its seats are the group's own from then on.
create function proposals.guard_seat() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if (tg_op = 'UPDATE' and new.number = old.number) then
        return new;
    end if;
    if (tg_op in ('UPDATE', 'DELETE')
            and exists (select 1 from proposals.accepted a
                        where a.proposal_id = old.proposal_id and a.number = old.number))
       or (tg_op in ('UPDATE', 'INSERT')
            and exists (select 1 from proposals.accepted a
                        where a.proposal_id = new.proposal_id and a.number = new.number)) then
        raise exception 'the seats of a group that was formed stay' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger guard_seat before insert or update or delete on proposals.seat
    for each row execute function proposals.guard_seat();
