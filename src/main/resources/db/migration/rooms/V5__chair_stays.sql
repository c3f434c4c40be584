-- Whoever has the chair of a room is not erased: nobody could let anybody in or out there any more. The row is locked
-- while that is asked.
create policy erasing on rooms.member for select to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing_waits on rooms.member for update to peerage_app
    using (tenancy.acting_as('erasing')) with check (false);
