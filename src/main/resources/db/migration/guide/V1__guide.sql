-- Whom the chair has reminded of what, so that nobody is reminded twice by chance.

create table guide.reminder (
    group_id   uuid        not null,
    nudge      text        not null check (nudge in ('answer', 'prepare', 'sign')),
    subject_id uuid        not null,
    person_id  uuid        not null,
    said_by    uuid        not null,
    at         timestamptz not null
);
create index reminder_of_group on guide.reminder (group_id, nudge, subject_id, person_id);

alter table guide.reminder enable row level security;
alter table guide.reminder force row level security;

grant usage on schema guide to peerage_app;
grant select, insert on guide.reminder to peerage_app;

create policy chair on guide.reminder for select to peerage_app
    using (group_id = any (array(select groups.my_chaired())));
create policy chair_reminds on guide.reminder for insert to peerage_app
    with check (said_by = tenancy.me() and group_id = any (array(select groups.my_chaired())));
