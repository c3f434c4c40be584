-- Erasing somebody ends the address of their calendar.
create policy erasing on scheduling.feed to peerage_app using (tenancy.acting_as('erasing'));
