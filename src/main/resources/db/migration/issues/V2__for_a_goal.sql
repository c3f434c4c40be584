-- For which goal of its presenter an issue was brought: what stood in the way of it. The words are two sealed texts.

create table issues.for_goal (
    issue_id  uuid primary key references issues.issue,
    goal_id   uuid not null,
    group_id  uuid not null,
    person_id uuid not null
);
create index for_goal_of_group on issues.for_goal (group_id, goal_id);

alter table issues.for_goal enable row level security;
alter table issues.for_goal force row level security;

grant select, insert on issues.for_goal to peerage_app;

create policy seen on issues.for_goal for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on issues.for_goal for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups()))
                and exists (select from issues.issue i where i.id = issue_id and i.group_id = for_goal.group_id
                            and i.presenter_id = tenancy.me())
                and exists (select from goals.shared_goal g where g.id = goal_id and g.group_id = for_goal.group_id
                            and g.person_id = tenancy.me() and g.state = 'open'));

create view issues.shared_for_goal with (security_invoker = true) as
    select issue_id, goal_id, group_id from issues.for_goal;
grant select on issues.shared_for_goal to peerage_app;
