-- What profiles tell of a candidate and somebody who sits there is found anew each time. Kept is that whoever it concerns
-- has looked, or that the chair has set it aside, about what both profiles said then. It does not tell whether anything
-- was disclosed.
create table conflicts.settled (
    id          uuid primary key,
    group_id    uuid        not null,
    prospect_id uuid        not null,
    -- Of whoever sits there.
    profile_id  uuid        not null,
    finding     text        not null check (finding ~ '^[a-z]+(-theirs)?$'),
    digest      text        not null check (length(digest) <= 40),
    aside       boolean     not null,
    person_id   uuid        not null,
    settled_at  timestamptz not null,
    unique (prospect_id, profile_id, finding, digest)
);
create index settled_group on conflicts.settled (group_id);

alter table conflicts.settled enable row level security;
alter table conflicts.settled force row level security;
grant select, insert on conflicts.settled to peerage_app;

-- For those who see the candidate: never for the candidate, and not once they sit there.
create policy inside on conflicts.settled for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and exists (select from selection.shared_prospect p
                       where p.id = settled.prospect_id and p.group_id = settled.group_id));
-- Set aside by the chair; else by whoever it concerns.
create policy settles on conflicts.settled for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups()))
                and case when aside then group_id = any (array(select groups.my_chaired()))
                    else exists (select from groups.shared_seat s
                                 where s.group_id = settled.group_id and s.profile_id = settled.profile_id
                                   and s.person_id = tenancy.me()) end
                and exists (select from selection.shared_prospect p
                            where p.id = settled.prospect_id and p.group_id = settled.group_id));
