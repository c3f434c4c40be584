-- Erasing somebody takes what they were told.
create policy erasing on notices.notice to peerage_app using (tenancy.acting_as('erasing'));
