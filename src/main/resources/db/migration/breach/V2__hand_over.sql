-- Where whoever handles a breach leaves the group, it waits for the next in line, who takes it over by hand. The words
-- that were sealed to whoever has left stay theirs and their writer's; they are given again, or not at all.

alter table breach.breach
    add column waits boolean not null default false,
    -- Nobody where everybody who is left is part of it.
    add column waits_for uuid,
    add check (waits or waits_for is null),
    add check (waits_for <> accused_id);

-- Which earlier words of the same writer these are once more, sealed to whoever handles it now.
alter table breach.account
    add column again uuid;
create unique index account_again on breach.account (group_id, again) where again is not null;

grant update (handler_id, waits, waits_for) on breach.breach to peerage_app;
grant update (handler_id) on breach.affected to peerage_app;

-- Whoever lets somebody out need not know that there is a case: the program looks for it, and names who is next.
create policy handed_over on breach.report for select to peerage_app using ((select tenancy.acting_as('breach')));
create policy handed_over on breach.breach for select to peerage_app using ((select tenancy.acting_as('breach')));
create policy hands_over on breach.breach for update to peerage_app
    using ((select tenancy.acting_as('breach'))) with check (tenancy.acting_as('breach'));
create policy handed_over on breach.affected for select to peerage_app using ((select tenancy.acting_as('breach')));
create policy hands_over on breach.affected for update to peerage_app
    using ((select tenancy.acting_as('breach'))) with check (tenancy.acting_as('breach'));

create policy next_in_line on breach.breach for select to peerage_app
    using (waits_for = tenancy.me() and group_id = any (array(select groups.my_groups())));
-- To hold the row while it is taken over.
create policy next_in_line_holds on breach.breach for update to peerage_app
    using (waits_for = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (handler_id = tenancy.me());

-- Nobody who may write to a case gives it to anybody, or takes it.
create function breach.guard_handler() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if (new.handler_id is distinct from old.handler_id) and not tenancy.acting_as('breach') then
        raise exception 'a breach is taken over by the next in line' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_handler before update on breach.affected for each row execute function breach.guard_handler();

create function breach.guard_waiting() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if (new.handler_id, new.waits, new.waits_for) is distinct from (old.handler_id, old.waits, old.waits_for)
       and not tenancy.acting_as('breach') then
        raise exception 'a breach is taken over by the next in line' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_waiting before update on breach.breach for each row execute function breach.guard_waiting();
