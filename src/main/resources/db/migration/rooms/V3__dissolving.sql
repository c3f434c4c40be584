-- The end of a room: everything that keys open is deleted, and everybody's place. What was signed stays, so that nobody
-- can begin this room again; nothing that was written is in it.
create policy ending on rooms.room to peerage_owner using (id = any (array(select rooms.my_rooms())));
create policy ending on rooms.member to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.entry for select to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.key_grant to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.renewal to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.record_reader to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.join_request to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.new_card to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create policy ending on rooms.draft to peerage_owner using (room_id = any (array(select rooms.my_rooms())));

create function rooms.dissolve(ended text, at timestamptz) returns void
    language plpgsql security definer set search_path = ''
    as $$
begin
    if not exists (select from rooms.room r join rooms.entry e on e.room_id = r.id and e.seq = r.head_seq
                   where r.id = ended and e.body::jsonb ->> 'kind' = 'dissolve') then
        raise exception 'nobody has signed that this room ends' using errcode = 'insufficient_privilege';
    end if;
    delete from rooms.renewal where room_id = ended;
    delete from rooms.record_reader where room_id = ended;
    delete from rooms.record where room_id = ended;
    delete from rooms.key_grant where room_id = ended;
    delete from rooms.join_request where room_id = ended;
    delete from rooms.new_card where room_id = ended;
    delete from rooms.draft where room_id = ended;
    update rooms.room set dissolved_at = at where id = ended;
    -- Last: whoever ends it sees no row of the room afterwards.
    update rooms.member set active = false, chair = false where room_id = ended;
end $$;
revoke all on function rooms.dissolve(text, timestamptz) from public;
grant execute on function rooms.dissolve(text, timestamptz) to peerage_app;

-- Whoever destroys the keys of ended rooms learns which those are, and nothing else.
create policy shredding on rooms.room for select to peerage_app
    using (tenancy.acting_as('rooms.shredding') and dissolved_at is not null);
