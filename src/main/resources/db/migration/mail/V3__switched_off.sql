-- By what sort of letter it may be switched off; empty for what everybody has to hear.
alter table mail.letter add column sort text check (length(sort) <= 80);
create index letter_sort on mail.letter (to_person, sort) where state = 'waiting';

-- What somebody wants no letters about.
create table mail.switched_off (
    person_id uuid not null,
    sort      text not null check (length(sort) <= 80),
    primary key (person_id, sort)
);

-- The link in a letter that switches its sort off, for whoever it was sent to. It shows nothing and does nothing else, so
-- that it never runs out.
create table mail.way_out (
    token_hash bytea primary key,
    person_id  uuid        not null,
    sort       text        not null,
    made_at    timestamptz not null
);

-- A letter that was to be passed on by hand goes out after all, when its reader names an address.
grant update (to_address) on mail.letter to peerage_app;

-- What a letter lets its reader do without signing in, and the links to it: for one person, one act and one thing.
alter table mail.letter add column act text check (length(act) <= 80);
alter table mail.letter add column act_subject uuid;
alter table mail.letter add check ((act is null) = (act_subject is null));
create table mail.act_link (
    token_hash bytea primary key,
    person_id  uuid        not null,
    act        text        not null,
    subject_id uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
alter table mail.act_link enable row level security;
alter table mail.act_link force row level security;
grant select, insert on mail.act_link to peerage_app;
create policy delivery on mail.act_link to peerage_app
    using (tenancy.acting_as('mail')) with check (tenancy.acting_as('mail'));

-- How the reader of a letter reads a clock: where they are, as they have said, and in which language.
alter table mail.mailbox add column zone text not null default '' check (length(zone) <= 60);
alter table mail.mailbox add column language text not null default 'en' check (length(language) <= 35);

alter table mail.switched_off enable row level security;
alter table mail.switched_off force row level security;
alter table mail.way_out enable row level security;
alter table mail.way_out force row level security;

grant select, insert, delete on mail.switched_off to peerage_app;
grant select, insert on mail.way_out to peerage_app;

create policy own on mail.switched_off to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy delivery on mail.switched_off to peerage_app
    using (tenancy.acting_as('mail')) with check (tenancy.acting_as('mail'));
create policy delivery on mail.way_out to peerage_app
    using (tenancy.acting_as('mail')) with check (tenancy.acting_as('mail'));
