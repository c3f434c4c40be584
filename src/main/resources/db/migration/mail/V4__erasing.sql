-- Erasing somebody takes their letters' words and addresses; that a letter was, and when, stays in the counts.
grant update (to_name, subject, calendar, calendar_method) on mail.letter to peerage_app;
grant delete on mail.act_link to peerage_app;
grant delete on mail.way_out to peerage_app;
create policy erasing on mail.letter to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
create policy erasing on mail.mailbox to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on mail.switched_off to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on mail.act_link to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on mail.way_out to peerage_app using (tenancy.acting_as('erasing'));
