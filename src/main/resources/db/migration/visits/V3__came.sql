-- That a guest was there outlasts what becomes of the visit: a charter may ask for it before anybody decides. Of visits
-- that were closed before this was kept, those with a pledge count.
alter table visits.visit add column came_at timestamptz;
grant update (came_at) on visits.visit to peerage_app;

alter table visits.visit disable trigger guard_visit;
alter table visits.visit no force row level security;
update visits.visit set came_at = moved_at
where state in ('visited', 'goes-on') or (state = 'closed' and pledged_at is not null);
alter table visits.visit force row level security;
alter table visits.visit enable trigger guard_visit;

-- It is written by the act that says so, and by nothing else.
create function visits.guard_coming() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if new.came_at is distinct from old.came_at
       and not (old.state = 'pledged' and new.state = 'visited' and new.came_at is not null) then
        raise exception 'who was there is said once' using errcode = 'insufficient_privilege';
    end if;
    if old.state = 'pledged' and new.state = 'visited' and new.came_at is null then
        raise exception 'who was there is said once' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_coming before update on visits.visit
    for each row execute function visits.guard_coming();
create policy not_there_yet on visits.visit as restrictive for insert to peerage_app with check (came_at is null);
