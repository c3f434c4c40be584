-- Whoever may join is decided on by a ballot: which one waits for its result, and that the group has said yes.
alter table selection.prospect drop constraint prospect_standing_check;
alter table selection.prospect add constraint prospect_standing_check
    check (standing in ('nominated', 'applied', 'screened', 'panel', 'visit', 'ballot', 'passed', 'invited',
                        'onboarding', 'member', 'declined', 'waiting'));
alter table selection.prospect add column ballot_id uuid;
grant update (ballot_id) on selection.prospect to peerage_app;

-- The step is nobody's: whoever counts second has decided nothing.
create policy decided on selection.move for insert to peerage_app
    with check (person_id is null and standing in ('passed', 'declined')
                and exists (select from selection.prospect c where c.id = move.prospect_id));

-- Whom a group considers, for modules that find something about them; to those who may see the row.
create view selection.shared_prospect with (security_invoker = true) as
select p.id, p.group_id, p.profile_id, p.name, p.organisation, p.role_title
from selection.prospect p;

grant select on selection.shared_prospect to peerage_app;
