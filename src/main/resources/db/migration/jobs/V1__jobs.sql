-- Which node has the present round of a job that one of them does for all. A job holds its own lease: it acts as a
-- program of that name.
create table jobs.lease (
    job        text primary key,
    node_id    uuid        not null,
    held_until timestamptz not null
);
alter table jobs.lease enable row level security;
alter table jobs.lease force row level security;
grant select, insert, update (node_id, held_until) on jobs.lease to peerage_app;
create policy own on jobs.lease to peerage_app
    using (tenancy.acting_as(job)) with check (tenancy.acting_as(job));
