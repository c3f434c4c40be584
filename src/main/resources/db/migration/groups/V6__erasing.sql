-- Erasing somebody: they go from seats that are not in a room, and nowhere are they called by their name any more. Out of
-- a room somebody in it has to let them, because its keys change then.
grant update (name) on groups.signature to peerage_app;
create policy erasing on groups.seat to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
create policy erasing on groups.signature to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
