-- Erasing somebody: what a group considered stays sealed with the group, without their name.
grant update (name, organisation, role_title) on selection.prospect to peerage_app;
create policy erasing on selection.prospect to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
