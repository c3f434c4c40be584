-- Who has lost every lock and asks the others in a room to take a new card. The card's owner has signed it; whether it is
-- theirs the others find out by speaking to them.
create table rooms.new_card (
    room_id     text        not null references rooms.room,
    person_id   uuid        not null,
    fingerprint text        not null,
    card        text        not null check (length(card) <= 8192),
    asked_at    timestamptz not null,
    primary key (room_id, person_id)
);
alter table rooms.new_card enable row level security;
alter table rooms.new_card force row level security;
grant select, insert, update (fingerprint, card, asked_at), delete on rooms.new_card to peerage_app;

create policy inside on rooms.new_card for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));
create policy asker_insert on rooms.new_card for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms())));
create policy asker_update on rooms.new_card for update to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy inside_delete on rooms.new_card for delete to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));

-- A text is renewed by whoever has the place of its author, under the new card.
grant update (author) on rooms.record to peerage_app;

create view rooms.shared_new_card with (security_invoker = true) as
    select room_id, person_id, asked_at from rooms.new_card;
grant select on rooms.shared_new_card to peerage_app;

-- The key of a text for named readers, sealed again by one of them for another who came back with a new card. It counts for
-- the revision that it names.
create table rooms.renewal (
    room_id      text        not null,
    record_id    uuid        not null,
    rev          integer     not null,
    fingerprint  text        not null,
    person_id    uuid        not null,
    file         bytea       not null check (length(file) between 500 and 12288),
    by_person_id uuid        not null,
    stored_at    timestamptz not null,
    primary key (room_id, record_id, rev, fingerprint),
    foreign key (room_id, record_id) references rooms.record on delete cascade
);
alter table rooms.renewal enable row level security;
alter table rooms.renewal force row level security;
grant select, insert on rooms.renewal to peerage_app;

-- For whom it is, and who has made it; that one must be a reader: only readers see the row of the text.
create policy addressed on rooms.renewal for select to peerage_app
    using (person_id = tenancy.me() or by_person_id = tenancy.me());
create policy readers_insert on rooms.renewal for insert to peerage_app
    with check (by_person_id = tenancy.me()
                and exists (select from rooms.record r
                            where r.room_id = renewal.room_id and r.id = renewal.record_id and r.kind = 'text'
                              and r.rev = renewal.rev));
