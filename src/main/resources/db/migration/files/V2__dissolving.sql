-- A room that ends leaves no files, whoever has sent them.
create policy ending on files.file for delete to peerage_owner using (room_id = any (array(select rooms.my_rooms())));
create function files.end_room(ended text) returns void
    language sql security definer set search_path = ''
    as $$ delete from files.file where room_id = ended $$;
revoke all on function files.end_room(text) from public;
grant execute on function files.end_room(text) to peerage_app;
