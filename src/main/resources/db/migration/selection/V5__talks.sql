-- Times that members of a panel offer, and the one that a candidate has picked by a link of their own. Plain: they are for
-- somebody outside.

create table selection.slot (
    id          uuid primary key,
    group_id    uuid        not null,
    room_id     text        not null,
    person_id   uuid        not null,
    starts_at   timestamptz not null,
    local_start timestamp   not null,
    zone        text        not null check (length(zone) between 1 and 60),
    minutes     integer     not null check (minutes between 15 and 240),
    -- Where or how, for whoever picks it.
    how         text        not null default '' check (length(how) <= 300),
    prospect_id uuid references selection.prospect (id),
    unique (person_id, starts_at)
);
create unique index slot_of_prospect on selection.slot (prospect_id) where prospect_id is not null;
create index slot_of_group on selection.slot (group_id, starts_at);

-- A prospect's link, of which only the hash is kept, and the time as it was last picked, so that a calendar can be told of
-- its end.
create table selection.talk (
    prospect_id uuid primary key references selection.prospect (id),
    group_id    uuid        not null,
    token_hash  bytea       not null unique,
    made_by     uuid        not null,
    expires_at  timestamptz not null,
    state       text        not null default 'open' check (state in ('open', 'booked', 'cancelled', 'called-off')),
    sequence    integer     not null default 0,
    local_start timestamp,
    zone        text,
    minutes     integer,
    how         text        not null default '',
    check ((state = 'open') <= (local_start is null)),
    check ((local_start is null) = (zone is null) and (zone is null) = (minutes is null))
);

alter table selection.slot enable row level security;
alter table selection.slot force row level security;
alter table selection.talk enable row level security;
alter table selection.talk force row level security;

grant select, insert, update (prospect_id), delete on selection.slot to peerage_app;
grant select, insert, update (token_hash, made_by, expires_at, state, sequence, local_start, zone, minutes, how)
    on selection.talk to peerage_app;

-- For those in the room; who has picked a time is hidden from whoever may not see the prospect.
create policy inside on selection.slot for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups()))
           and (prospect_id is null or exists (select from selection.prospect c where c.id = slot.prospect_id)));
create policy offers on selection.slot for insert to peerage_app
    with check (person_id = tenancy.me() and prospect_id is null and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));
create policy takes_back on selection.slot for delete to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy booking_reads on selection.slot for select to peerage_app
    using (tenancy.acting_as('selection.booking'));
create policy booking on selection.slot for update to peerage_app
    using (tenancy.acting_as('selection.booking')) with check (tenancy.acting_as('selection.booking'));

create policy inside on selection.talk for select to peerage_app
    using (exists (select from selection.prospect c where c.id = talk.prospect_id));
create policy made on selection.talk for insert to peerage_app
    with check (made_by = tenancy.me()
                and exists (select from selection.prospect c where c.id = talk.prospect_id and c.group_id = talk.group_id));
create policy made_anew on selection.talk for update to peerage_app
    using (exists (select from selection.prospect c where c.id = talk.prospect_id))
    with check (made_by = tenancy.me());
create policy booking_reads on selection.talk for select to peerage_app
    using (tenancy.acting_as('selection.booking'));
create policy booking on selection.talk for update to peerage_app
    using (tenancy.acting_as('selection.booking')) with check (tenancy.acting_as('selection.booking'));

-- Whether they are still to be met, by whom, and what the group is called.
create policy booking_reads on selection.prospect for select to peerage_app
    using (tenancy.acting_as('selection.booking'));
create policy booking_reads on selection.panelist for select to peerage_app
    using (tenancy.acting_as('selection.booking'));
create policy booking_names on groups.group for select to peerage_app
    using ((select tenancy.acting_as('selection.booking')));
