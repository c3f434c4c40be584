-- Breaches of confidentiality: that one was reported and to whom, how far it has come, and what came of it. What leaked is
-- not here; what was reported and said is a sealed text of the room for its named readers.

-- Known to the two. The group finds no id, moment or name of it in what it may see.
create table breach.report (
    id          uuid        not null,
    group_id    uuid        not null,
    room_id     text        not null,
    reporter_id uuid        not null,
    handler_id  uuid        not null check (handler_id <> reporter_id),
    reported_at timestamptz not null,
    breach_id   uuid,
    dropped     boolean     not null default false,
    primary key (group_id, id),
    check (not dropped or breach_id is null)
);
create index report_of_handler on breach.report (handler_id, group_id);

-- Its id is drawn when it is taken up, and holds no moment; days are days.
create table breach.breach (
    id             uuid    not null,
    group_id       uuid    not null,
    handler_id     uuid    not null,
    accused_id     uuid    not null check (accused_id <> handler_id),
    state          text    not null
        check (state in ('contained', 'heard', 'hearing', 'voting', 'decided', 'repaired', 'closed')),
    verdict        text    check (verdict in ('no-breach', 'repair', 'suspension', 'exit')),
    ballot_subject uuid,
    vetoed         boolean not null default false,
    accused_heard  boolean not null default false,
    pulses         integer not null default 0 check (pulses between 0 and 2),
    moved_on       date    not null,
    primary key (group_id, id),
    check (state not in ('voting', 'decided', 'repaired', 'closed') or verdict is not null),
    check (not vetoed or state not in ('hearing', 'voting')),
    check (not vetoed or verdict is null or verdict in ('no-breach', 'repair'))
);

create table breach.affected (
    breach_id  uuid    not null,
    group_id   uuid    not null,
    person_id  uuid    not null check (person_id <> handler_id),
    handler_id uuid    not null,
    heard      boolean not null default false,
    primary key (group_id, breach_id)
);

create table breach.account (
    id         uuid    not null,
    group_id   uuid    not null,
    breach_id  uuid    not null,
    person_id  uuid    not null,
    handler_id uuid    not null,
    statement  boolean not null,
    said_on    date    not null,
    primary key (group_id, id)
);
create index account_of_breach on breach.account (group_id, breach_id);

alter table breach.report enable row level security;
alter table breach.report force row level security;
alter table breach.breach enable row level security;
alter table breach.breach force row level security;
alter table breach.affected enable row level security;
alter table breach.affected force row level security;
alter table breach.account enable row level security;
alter table breach.account force row level security;

grant usage on schema breach to peerage_app;
grant select, insert, update (breach_id, dropped) on breach.report to peerage_app;
grant select, insert, update (state, verdict, ballot_subject, vetoed, accused_heard, pulses, moved_on)
    on breach.breach to peerage_app;
grant select, insert, update (heard) on breach.affected to peerage_app;
grant select, insert on breach.account to peerage_app;

create policy of_two on breach.report for select to peerage_app
    using (tenancy.me() in (reporter_id, handler_id) and group_id = any (array(select groups.my_groups())));
create policy reported on breach.report for insert to peerage_app
    with check (reporter_id = tenancy.me() and breach_id is null and not dropped
                and group_id = any (array(select groups.my_groups())));
create policy taken_up on breach.report for update to peerage_app
    using (handler_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- Whoever was affected and whoever handles it; the accused never learns from here who it was.
create policy of_two on breach.affected for select to peerage_app
    using (tenancy.me() in (person_id, handler_id) and group_id = any (array(select groups.my_groups())));
create policy named on breach.affected for insert to peerage_app
    with check (handler_id = tenancy.me() and not heard
                and group_id = any (array(select groups.my_groups()))
                and exists (select from breach.report r where r.group_id = affected.group_id
                            and r.breach_id = affected.breach_id and r.handler_id = tenancy.me()));
create policy heard on breach.affected for update to peerage_app
    using (handler_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- The group from the day its hearing is called, and never after a veto.
create policy seen on breach.breach for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and (tenancy.me() in (handler_id, accused_id)
                or (not vetoed and state in ('hearing', 'voting', 'decided', 'repaired', 'closed'))
                or exists (select from breach.affected a where a.group_id = breach.group_id
                           and a.breach_id = breach.id and a.person_id = tenancy.me())));
create policy contained on breach.breach for insert to peerage_app
    with check (handler_id = tenancy.me() and state = 'contained' and verdict is null
                and group_id = any (array(select groups.my_groups()))
                and exists (select from breach.report r where r.group_id = breach.group_id
                            and r.breach_id = breach.id and r.handler_id = tenancy.me()));
create policy moved on breach.breach for update to peerage_app
    using (handler_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy vetoed on breach.breach for update to peerage_app
    using (group_id = any (array(select groups.my_groups())) and state in ('contained', 'heard', 'hearing')
           and exists (select from breach.affected a where a.group_id = breach.group_id
                       and a.breach_id = breach.id and a.person_id = tenancy.me()))
    with check (vetoed and state in ('contained', 'heard') and verdict is null);

create policy of_two on breach.account for select to peerage_app
    using (tenancy.me() in (person_id, handler_id) and group_id = any (array(select groups.my_groups())));
create policy said on breach.account for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups()))
                and exists (select from breach.breach b where b.group_id = account.group_id
                            and b.id = account.breach_id and b.handler_id = account.handler_id));
