-- What people follow together, whatever it is. The module that brings a topic states in its own migration who sees it,
-- who begins it and who may say that it has changed: policies on live.topic that name its `module` and compare
-- `audience_id`, of which nothing is known here. Ids and times only, never words.
create table live.topic (
    id          uuid primary key,
    module      text   not null,
    audience_id uuid   not null,
    n           bigint not null default 0,
    changed_at  timestamptz
);

-- The list that pages catch up by. One row per change; a request that comes twice finds its first row here.
create table live.event (
    topic_id   uuid        not null references live.topic (id),
    n          bigint      not null,
    what       text        not null,
    actor_id   uuid,
    subject_id uuid,
    request    uuid        not null,
    at         timestamptz not null,
    primary key (topic_id, n),
    unique (topic_id, request)
);

-- Who follows a topic just now, written by the nodes for the streams that they hold.
create table live.presence (
    topic_id  uuid        not null references live.topic (id),
    person_id uuid        not null,
    seen_at   timestamptz not null,
    primary key (topic_id, person_id)
);

alter table live.topic enable row level security;
alter table live.topic force row level security;
alter table live.event enable row level security;
alter table live.event force row level security;
alter table live.presence enable row level security;
alter table live.presence force row level security;

grant select, insert, update (n, changed_at) on live.topic to peerage_app;
grant select, insert on live.event to peerage_app;
grant select, insert, update (seen_at) on live.presence to peerage_app;

-- `live.streams` tells pages where a topic stands and who follows it.
create policy streamed on live.topic for select to peerage_app using (tenancy.acting_as('live.streams'));

-- Whoever sees the topic sees what happened and who is there; a change is told in one's own name, or by a program.
create policy seen on live.event for select to peerage_app using (
    exists (select 1 from live.topic t where t.id = topic_id));
create policy own on live.event for insert to peerage_app with check (
    actor_id is not distinct from tenancy.me() and exists (select 1 from live.topic t where t.id = topic_id));

create policy seen on live.presence for select to peerage_app using (
    exists (select 1 from live.topic t where t.id = topic_id));
create policy followed on live.presence for insert to peerage_app with check (tenancy.acting_as('live.streams'));
create policy followed_on on live.presence for update to peerage_app using (tenancy.acting_as('live.streams'));

create view live.shared_topic with (security_invoker = true) as
select t.id, t.n, t.changed_at from live.topic t;

create view live.shared_presence with (security_invoker = true) as
select p.topic_id, p.person_id, p.seen_at from live.presence p;

grant select on live.shared_topic, live.shared_presence to peerage_app;
