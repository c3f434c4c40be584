-- Erasing somebody takes their line of the directory, with its address and its wishes, and the rosters they brought in.
create policy erasing on networks.profile to peerage_app using ((select tenancy.acting_as('erasing')));
create policy erasing on networks.upload to peerage_app using (tenancy.acting_as('erasing'));
