-- Sign-in links for people who are enrolled. A link says who made it; one that went out by mail works only in the
-- browser that asked for it. What a link is for never changes, so that nobody can turn one into a key to somebody else.
alter table identity.personal_link
    add column issuer_name text not null default '' check (length(issuer_name) <= 120),
    add column browser_hash bytea,
    add constraint sign_in_has_no_subject check (kind <> 'sign-in' or subject is null);
create index personal_link_person on identity.personal_link (person_id) where kind = 'sign-in';
create index personal_link_issuer on identity.personal_link (issued_by) where kind = 'sign-in';

revoke update on identity.personal_link from peerage_app;
grant update (used_at, revoked_at) on identity.personal_link to peerage_app;

-- A person may issue invitations. For whom they may make a sign-in link, the modules that seat people say, each in a
-- policy of its own on this table: see the migrations of networks and groups.
drop policy issuer on identity.personal_link;
create policy issuer_reads on identity.personal_link for select to peerage_app
    using (issued_by = tenancy.me());
create policy issuer_invites on identity.personal_link for insert to peerage_app
    with check (issued_by = tenancy.me() and kind <> 'sign-in');
create policy issuer_takes_back on identity.personal_link for update to peerage_app
    using (issued_by = tenancy.me()) with check (issued_by = tenancy.me());

-- Whom a sign-in link lets in sees that it was made and may take it back.
create policy own_sign_in_reads on identity.personal_link for select to peerage_app
    using (kind = 'sign-in' and person_id = tenancy.me());
create policy own_sign_in_takes_back on identity.personal_link for update to peerage_app
    using (kind = 'sign-in' and person_id = tenancy.me())
    with check (kind = 'sign-in' and person_id = tenancy.me());
