-- Times of whoever has left are offered to nobody, and nothing of a candidate is told to them: the program that books
-- takes them back, and sees who of the panel is in the room.
create policy booking_takes_back on selection.slot for delete to peerage_app
    using (tenancy.acting_as('selection.booking'));
create policy booking_reads on rooms.member for select to peerage_app
    using ((select tenancy.acting_as('selection.booking')));
