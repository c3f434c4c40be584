-- Erasing somebody: what a run was asked keeps their facts under an id, without their name.
grant update (input) on proposals.run to peerage_app;
create policy erasing on proposals.run to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
