-- Whoever is let out by others, or leaves without a word, finds the same page as who has said farewell: a row that the
-- program writes when they are out of the room, with no chair who was told. The group has no policy on it.

alter table farewell.farewell alter column chair_id drop not null;
alter table farewell.farewell add constraint farewell_told check (chair_id is not null or state = 'gone');

create policy let_out on farewell.farewell for insert to peerage_app
    with check (tenancy.acting_as('farewell') and state = 'gone' and chair_id is null and announced_at is null);
