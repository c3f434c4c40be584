-- Whoever hands over the chair or lets somebody out need not be one of the three who see a list: the program itself finds
-- out whom the looks are up to from then on. It gives nobody a list to see.
create policy told on onboarding.newcomer for select to peerage_app using (tenancy.acting_as('onboarding'));
