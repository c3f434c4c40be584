-- What each person should know. Facts are lobby facts: names of people and groups, days, moments. Only the program
-- `notices` tells and takes back; the person reads, and says that they have.
create table notices.notice (
    id         uuid primary key,
    person_id  uuid        not null,
    kind       text        not null check (length(kind) <= 80),
    subject_id uuid        not null,
    circle_id  uuid        not null,
    address    text        not null check (address like '/%' and length(address) <= 200),
    facts      text[]      not null check (length(facts::text) <= 2000),
    times      integer     not null check (times > 0),
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    told       boolean     not null,
    digested   boolean     not null default false,
    read_at    timestamptz,
    unique (person_id, kind, subject_id)
);
create index notice_subject on notices.notice (kind, subject_id);
create index notice_later on notices.notice (from_at) where not told;

-- When somebody had their last digest: one a day at most.
create table notices.digest (
    person_id uuid primary key,
    sent_at   timestamptz not null
);

alter table notices.digest enable row level security;
alter table notices.digest force row level security;
alter table notices.notice enable row level security;
alter table notices.notice force row level security;

grant usage on schema notices to peerage_app;
grant select, insert, update, delete on notices.notice to peerage_app;
grant select, insert, update (sent_at) on notices.digest to peerage_app;

create policy telling on notices.digest to peerage_app
    using (tenancy.acting_as('notices')) with check (tenancy.acting_as('notices'));

create policy telling on notices.notice to peerage_app
    using (tenancy.acting_as('notices')) with check (tenancy.acting_as('notices'));
create policy own on notices.notice for select to peerage_app
    using (person_id = tenancy.me());
create policy own_read on notices.notice for update to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());

-- Nobody writes their own notices: reading is all they do.
create function notices.guard_notice() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if not tenancy.acting_as('notices') and (to_jsonb(new) - 'read_at') is distinct from (to_jsonb(old) - 'read_at') then
        raise exception 'a notice is read and not written' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_notice before update on notices.notice for each row execute function notices.guard_notice();

-- A person's list is a topic by their id.
create policy notices_seen on live.topic for select to peerage_app
    using (module = 'notices' and (audience_id = tenancy.me() or tenancy.acting_as('notices')));
create policy notices_begun on live.topic for insert to peerage_app
    with check (module = 'notices' and id = audience_id and tenancy.acting_as('notices'));
create policy notices_changed on live.topic for update to peerage_app
    using (module = 'notices' and tenancy.acting_as('notices'));
