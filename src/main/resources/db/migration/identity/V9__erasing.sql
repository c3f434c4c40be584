-- Erasing somebody, by the operator's command. It takes what lets them in, their address, and their name wherever it is
-- plain; ids stay where others' facts hang on them.
grant delete on identity.own_rooms to peerage_app;
grant update (suggested_name, issuer_name) on identity.personal_link to peerage_app;
create policy erasing on identity.person to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
create policy erasing on identity.passkey to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on identity.lock to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on identity.own_rooms to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on identity.new_keys to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on identity.device to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on identity.personal_link to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
create policy erasing on identity.web_session to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on identity.audit for insert to peerage_app with check (tenancy.acting_as('erasing'));
