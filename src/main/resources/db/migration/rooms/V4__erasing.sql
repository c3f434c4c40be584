-- Erasing somebody takes what they had not put into a room yet, and their knocking at doors.
create policy erasing on rooms.draft to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on rooms.join_request to peerage_app using (tenancy.acting_as('erasing'));
create policy erasing on rooms.new_card to peerage_app using (tenancy.acting_as('erasing'));
