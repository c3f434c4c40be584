-- When most can come. One question is open in a group at a time. An option is a moment and a length; one that an edit
-- leaves as it is keeps its row, and so what was answered to it.

create table scheduling.poll (
    id        uuid primary key,
    group_id  uuid        not null,
    zone      text        not null check (length(zone) <= 60),
    closes_on date        not null,
    state     text        not null check (state in ('open', 'ended')),
    set_by    uuid        not null,
    set_at    timestamptz not null,
    -- The date that moves to what is chosen; none where a new one is looked for.
    date_id   uuid,
    unique (id, group_id),
    foreign key (date_id, group_id) references scheduling.date (id, group_id)
);
create unique index poll_open on scheduling.poll (group_id) where state = 'open';

create table scheduling.poll_option (
    id        uuid primary key,
    poll_id   uuid        not null,
    group_id  uuid        not null,
    starts_at timestamptz not null,
    minutes   integer     not null check (minutes between 15 and 1440),
    offered   boolean     not null,
    unique (poll_id, starts_at, minutes),
    unique (id, group_id),
    foreign key (poll_id, group_id) references scheduling.poll (id, group_id)
);

create table scheduling.poll_answer (
    option_id uuid        not null,
    group_id  uuid        not null,
    person_id uuid        not null,
    word      text        not null check (word in ('YES', 'MAYBE', 'NO')),
    at        timestamptz not null,
    primary key (option_id, person_id),
    foreign key (option_id, group_id) references scheduling.poll_option (id, group_id)
);

alter table scheduling.poll enable row level security;
alter table scheduling.poll force row level security;
alter table scheduling.poll_option enable row level security;
alter table scheduling.poll_option force row level security;
alter table scheduling.poll_answer enable row level security;
alter table scheduling.poll_answer force row level security;

grant select, insert on scheduling.poll to peerage_app;
grant update (zone, closes_on, state) on scheduling.poll to peerage_app;
grant select, insert on scheduling.poll_option to peerage_app;
grant update (offered) on scheduling.poll_option to peerage_app;
grant select, insert on scheduling.poll_answer to peerage_app;
grant update (word, at) on scheduling.poll_answer to peerage_app;

create policy seen on scheduling.poll for select to peerage_app
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy asked on scheduling.poll for insert to peerage_app
    with check (set_by = tenancy.me()
        and (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen()))));
create policy changed on scheduling.poll for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())))
    with check (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())));

create policy seen on scheduling.poll_option for select to peerage_app
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy asked on scheduling.poll_option for insert to peerage_app
    with check (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())));
create policy changed on scheduling.poll_option for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())))
    with check (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())));

create policy members on scheduling.poll_answer for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
-- Who is still to be reminded is found out by the program, for conveners too, who do not learn it.
create policy reminding on scheduling.poll_answer for select to peerage_app
    using (tenancy.acting_as('scheduling.polls'));
create policy own_first on scheduling.poll_answer for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_again on scheduling.poll_answer for update to peerage_app
    using (person_id = tenancy.me())
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- A convener learns how many can, never who.
create policy counting on scheduling.poll_answer for select to peerage_owner
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create function scheduling.poll_counts(options uuid[]) returns table (option_id uuid, word text, people bigint)
language sql stable parallel safe security definer set search_path = ''
as $$ select a.option_id, a.word, count(*) from scheduling.poll_answer a where a.option_id = any (options)
      group by a.option_id, a.word $$;
revoke all on function scheduling.poll_counts(uuid[]) from public;
grant execute on function scheduling.poll_counts(uuid[]) to peerage_app;
