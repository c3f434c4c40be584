-- A candidate's visit to one date of a group: who invited them, and the pledge that they signed.
create table visits.visit (
    id              uuid primary key,
    group_id        uuid        not null,
    prospect_id     uuid        not null,
    date_id         uuid        not null,
    -- Of the guest's link; null once it was taken back.
    token_hash      bytea unique,
    state           text        not null check (state in ('invited', 'pledged', 'visited', 'goes-on', 'stops', 'closed')),
    bring           text        not null check (length(bring) <= 300),
    invited_by      uuid        not null,
    invited_at      timestamptz not null,
    -- As they signed it.
    pledge_name     text        check (length(pledge_name) <= 120),
    pledge_words    text        check (length(pledge_words) <= 4000),
    pledge_language text        check (length(pledge_language) <= 20),
    pledged_at      timestamptz,
    moved_at        timestamptz not null,
    -- Nobody has visited who has not signed.
    check (state not in ('pledged', 'visited', 'goes-on')
           or (pledge_name is not null and pledge_words is not null and pledged_at is not null))
);
create unique index visit_once on visits.visit (prospect_id) where state <> 'closed';
create index visit_of_group on visits.visit (group_id, date_id);

alter table visits.visit enable row level security;
alter table visits.visit force row level security;

grant usage on schema visits to peerage_app;
grant select, insert on visits.visit to peerage_app;
grant update (token_hash, state, pledge_name, pledge_words, pledge_language, pledged_at, moved_at)
    on visits.visit to peerage_app;

-- For those who see the candidate: never for the candidate, also not once they sit there.
create policy inside on visits.visit for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and exists (select from selection.shared_prospect p
                       where p.id = visit.prospect_id and p.group_id = visit.group_id));
-- By whoever looks after them, or the chair, and only who is to visit.
create policy invites on visits.visit for insert to peerage_app
    with check (invited_by = tenancy.me() and state = 'invited' and pledged_at is null
                and exists (select from selection.shared_prospect p
                            where p.id = visit.prospect_id and p.group_id = visit.group_id and p.standing = 'visit'
                              and (p.owner_id = tenancy.me()
                                   or p.group_id = any (array(select groups.my_chaired())))));
create policy moves on visits.visit for update to peerage_app
    using (exists (select from selection.shared_prospect p
                   where p.id = visit.prospect_id and p.group_id = visit.group_id
                     and (p.owner_id = tenancy.me() or p.group_id = any (array(select groups.my_chaired())))));
create policy guest_reads on visits.visit for select to peerage_app
    using (tenancy.acting_as('visits.guest'));
create policy guest_moves on visits.visit for update to peerage_app
    using (tenancy.acting_as('visits.guest')) with check (tenancy.acting_as('visits.guest'));
create policy erasing on visits.visit to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));

-- The same table of acts as in the program: what is the guest's is done by no member, and the other way round.
create function visits.guard_visit() returns trigger
language plpgsql set search_path = ''
as $$
declare
    guest boolean := tenancy.acting_as('visits.guest');
    step text := old.state || ' ' || new.state;
begin
    if tenancy.acting_as('erasing') then
        return new;
    end if;
    if (new.pledge_name, new.pledge_words, new.pledge_language, new.pledged_at)
           is distinct from (old.pledge_name, old.pledge_words, old.pledge_language, old.pledged_at)
       and not (guest and step = 'invited pledged') then
        raise exception 'a pledge is signed once, by the guest' using errcode = 'insufficient_privilege';
    end if;
    if guest and new.token_hash is distinct from old.token_hash then
        raise exception 'a link is made by the group' using errcode = 'insufficient_privilege';
    end if;
    if new.state is distinct from old.state
       and not (case when guest then step in ('invited pledged', 'visited goes-on', 'invited stops', 'pledged stops',
                                              'visited stops')
                     else step in ('pledged visited', 'invited closed', 'pledged closed')
                          or (step in ('visited closed', 'goes-on closed', 'stops closed')
                              and new.group_id = any (array(select groups.my_chaired()))) end) then
        raise exception 'a visit does not go from there to there' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_visit before update on visits.visit
    for each row execute function visits.guard_visit();
