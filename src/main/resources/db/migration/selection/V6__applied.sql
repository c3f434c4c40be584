-- Somebody who has asked to join from outside, without an account: how they can be reached and their own words. The words
-- are not the room's: nobody outside has its key, so they are read as they were typed, by those in the room, and are gone
-- as soon as it is decided.
create table selection.application (
    prospect_id uuid primary key references selection.prospect (id),
    reach       text        not null check (length(reach) between 1 and 200),
    words       text        not null check (length(words) between 1 and 2000),
    at          timestamptz not null
);

alter table selection.application enable row level security;
alter table selection.application force row level security;
grant select, insert, delete on selection.application to peerage_app;

create policy inside on selection.application for select to peerage_app
    using (exists (select from selection.prospect c where c.id = application.prospect_id));
create policy applied on selection.application for insert to peerage_app
    with check (tenancy.acting_as('selection.applying'));
create policy decided on selection.application for delete to peerage_app
    using (exists (select from selection.prospect c
                   where c.id = application.prospect_id and c.standing in ('declined', 'member')));
create policy erasing on selection.application to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));

-- The step is nobody's: whoever asks has no account.
create policy applied on selection.move for insert to peerage_app
    with check (tenancy.acting_as('selection.applying') and person_id is null and standing = 'applied');

-- How far somebody has come, for modules that have a part in it; to those who may see the row.
create or replace view selection.shared_prospect with (security_invoker = true) as
select p.id, p.group_id, p.profile_id, p.name, p.organisation, p.role_title, p.standing, p.owner_id
from selection.prospect p;
