-- With whom a leader would like to sit: said by themselves, or by a convener for them. It is for nobody else to see,
-- least of all for the one who is wished for; composing heeds it where two wish for each other.

alter table networks.profile add unique (id, network_id);

create table networks.companion (
    network_id uuid        not null,
    profile_id uuid        not null,
    other_id   uuid        not null check (other_id <> profile_id),
    said_by    uuid        not null,
    said_at    timestamptz not null,
    primary key (profile_id, other_id),
    -- Both are of this network, and a profile takes its wishes with it.
    foreign key (profile_id, network_id) references networks.profile (id, network_id) on delete cascade,
    foreign key (other_id, network_id) references networks.profile (id, network_id) on delete cascade
);
create index companion_other on networks.companion (other_id);

alter table networks.companion enable row level security;
alter table networks.companion force row level security;

grant select, insert, delete on networks.companion to peerage_app;

create policy conveners on networks.companion to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())) and said_by = tenancy.me());
create policy own on networks.companion to peerage_app
    using (network_id = any (array(select networks.my_networks()))
           and profile_id = any (array(select p.id from networks.profile p where p.person_id = tenancy.me())))
    with check (network_id = any (array(select networks.my_networks()))
                and profile_id = any (array(select p.id from networks.profile p where p.person_id = tenancy.me()))
                and said_by = tenancy.me());

create view networks.shared_companion with (security_invoker = true) as
    select c.network_id, c.profile_id, c.other_id from networks.companion c;

grant select on networks.shared_companion to peerage_app;
