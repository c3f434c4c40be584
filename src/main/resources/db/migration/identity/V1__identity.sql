-- People and how they prove who they are. Before sign-in the program acts as `sign-in`; afterwards everybody sees
-- only what is their own.

create table identity.person (
    id          uuid primary key,
    name        text        not null check (length(name) between 1 and 120),
    email       text        check (length(email) <= 254),
    created_at  timestamptz not null
);

create table identity.card (
    person_id   uuid primary key references identity.person,
    card        text        not null check (length(card) <= 8192),
    fingerprint text        not null unique
);

create table identity.passkey (
    credential_id      bytea primary key,
    person_id          uuid        not null references identity.person,
    public_key         bytea       not null,
    signature_count    bigint      not null,
    backup_eligible    boolean     not null,
    backup_state       boolean     not null,
    transports         text        not null,
    attestation        bytea,
    attestation_client bytea,
    label              text        not null,
    created_at         timestamptz not null,
    used_at            timestamptz not null
);
create index passkey_person on identity.passkey (person_id);

-- One age file per way of opening the identity; the server cannot open any of them.
create table identity.lock (
    id            uuid primary key,
    person_id     uuid        not null references identity.person,
    kind          text        not null check (kind in ('passkey', 'words')),
    credential_id bytea references identity.passkey on delete cascade,
    file          bytea       not null check (length(file) between 100 and 16384),
    created_at    timestamptz not null
);
create index lock_person on identity.lock (person_id);

create table identity.personal_link (
    id             uuid primary key,
    token_hash     bytea       not null unique,
    kind           text        not null,
    subject        uuid,
    person_id      uuid        not null,
    suggested_name text        not null default '',
    afterwards     text        not null,
    issued_by      uuid,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null,
    used_at        timestamptz,
    revoked_at     timestamptz
);

create table identity.audit (
    id        uuid primary key,
    person_id uuid        not null,
    kind      text        not null,
    at        timestamptz not null
);
create index audit_person on identity.audit (person_id, at);

-- How often something was tried in a stretch of time, by a hash of who tried; shared between nodes.
create table identity.attempt (
    bucket   bytea       not null,
    stretch  timestamptz not null,
    tries    integer     not null,
    primary key (bucket, stretch)
);

-- The web sessions, in the layout that Spring Session expects.
create table identity.web_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index web_session_expiry on identity.web_session (expiry_time);
create index web_session_principal on identity.web_session (principal_name);

create table identity.web_session_attributes (
    session_primary_id char(36)     not null references identity.web_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

alter table identity.person enable row level security;
alter table identity.person force row level security;
alter table identity.card enable row level security;
alter table identity.card force row level security;
alter table identity.passkey enable row level security;
alter table identity.passkey force row level security;
alter table identity.lock enable row level security;
alter table identity.lock force row level security;
alter table identity.personal_link enable row level security;
alter table identity.personal_link force row level security;
alter table identity.audit enable row level security;
alter table identity.audit force row level security;
alter table identity.attempt enable row level security;
alter table identity.attempt force row level security;
alter table identity.web_session enable row level security;
alter table identity.web_session force row level security;
alter table identity.web_session_attributes enable row level security;
alter table identity.web_session_attributes force row level security;

grant usage on schema identity to peerage_app;
grant select, insert, update on identity.person to peerage_app;
grant select, insert on identity.card to peerage_app;
grant select, insert, update, delete on identity.passkey to peerage_app;
grant select, insert, delete on identity.lock to peerage_app;
grant select, insert, update on identity.personal_link to peerage_app;
grant select, insert on identity.audit to peerage_app;
grant select, insert, update, delete on identity.attempt to peerage_app;
grant select, insert, update, delete on identity.web_session to peerage_app;
grant select, insert, update, delete on identity.web_session_attributes to peerage_app;

create policy own on identity.person to peerage_app
    using (id = tenancy.me()) with check (id = tenancy.me());
create policy sign_in on identity.person to peerage_app
    using (tenancy.acting_as('sign-in')) with check (tenancy.acting_as('sign-in'));
create policy mail on identity.person for select to peerage_app
    using (tenancy.acting_as('mail'));

create policy own on identity.card for select to peerage_app
    using (person_id = tenancy.me());
create policy sign_in on identity.card to peerage_app
    using (tenancy.acting_as('sign-in')) with check (tenancy.acting_as('sign-in'));

create policy own on identity.passkey to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy sign_in on identity.passkey to peerage_app
    using (tenancy.acting_as('sign-in')) with check (tenancy.acting_as('sign-in'));

create policy own on identity.lock to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy sign_in on identity.lock for insert to peerage_app
    with check (tenancy.acting_as('sign-in'));

create policy issuer on identity.personal_link to peerage_app
    using (issued_by = tenancy.me()) with check (issued_by = tenancy.me());
create policy sign_in on identity.personal_link to peerage_app
    using (tenancy.acting_as('sign-in')) with check (tenancy.acting_as('sign-in'));

create policy own_read on identity.audit for select to peerage_app
    using (person_id = tenancy.me());
create policy own_write on identity.audit for insert to peerage_app
    with check (person_id = tenancy.me());
create policy sign_in on identity.audit for insert to peerage_app
    with check (tenancy.acting_as('sign-in'));

create policy limits on identity.attempt to peerage_app
    using (tenancy.acting_as('limits')) with check (tenancy.acting_as('limits'));

create policy sessions on identity.web_session to peerage_app
    using (tenancy.acting_as('sessions')) with check (tenancy.acting_as('sessions'));
create policy sessions on identity.web_session_attributes to peerage_app
    using (tenancy.acting_as('sessions')) with check (tenancy.acting_as('sessions'));
