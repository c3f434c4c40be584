-- Who signs in to the lobby through a provider that the operator has named (ADR-0044). A person is found by issuer and
-- subject, and by nothing else that a provider says. Only the person makes such a row, in a session of their own.
create table identity.provider_link (
    issuer       text        not null check (length(issuer) between 1 and 500),
    subject      text        not null check (length(subject) between 1 and 255),
    person_id    uuid        not null references identity.person,
    shown_as     text        not null check (length(shown_as) <= 254),
    connected_at timestamptz not null,
    used_at      timestamptz,
    primary key (issuer, subject),
    unique (person_id, issuer)
);
alter table identity.provider_link enable row level security;
alter table identity.provider_link force row level security;
grant select, insert, delete, update (used_at) on identity.provider_link to peerage_app;

create policy own_reads on identity.provider_link for select to peerage_app
    using (person_id = tenancy.me());
create policy own_connects on identity.provider_link for insert to peerage_app
    with check (person_id = tenancy.me());
create policy own_removes on identity.provider_link for delete to peerage_app
    using (person_id = tenancy.me());
create policy sign_in_reads on identity.provider_link for select to peerage_app
    using (tenancy.acting_as('sign-in'));
create policy sign_in_uses on identity.provider_link for update to peerage_app
    using (tenancy.acting_as('sign-in')) with check (tenancy.acting_as('sign-in'));
create policy erasing on identity.provider_link to peerage_app using (tenancy.acting_as('erasing'));
