-- A pause that the group has decided, in a ballot, and the member has not asked for. The program writes it down with what
-- was decided; neither the member nor the chair ends it before its last day.
alter table attendance.leave add column decided boolean not null default false;

create policy decided on attendance.leave for insert to peerage_app
    with check (tenancy.acting_as('attendance') and decided and state = 'agreed' and settled_by is not null);

drop policy own on attendance.leave;
create policy own on attendance.leave for update to peerage_app
    using (person_id = tenancy.me() and not decided and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and state in ('taken-back', 'ended') and settled_by = tenancy.me());
drop policy settles on attendance.leave;
create policy settles on attendance.leave for update to peerage_app
    using (person_id <> tenancy.me() and not decided and group_id = any (array(select groups.my_chaired())))
    with check (person_id <> tenancy.me() and group_id = any (array(select groups.my_chaired()))
                and state in ('agreed', 'declined') and settled_by = tenancy.me());
drop policy asks on attendance.leave;
create policy asks on attendance.leave for insert to peerage_app
    with check (person_id = tenancy.me() and state = 'asked' and not decided
                and group_id = any (array(select groups.my_groups())));
