-- A number made from a person's ten words, by which a browser that signs in with them finds their lock. Nobody gets the
-- words out of it: they are 110 random bits, and it is made slowly.
alter table identity.lock add column sign_in bytea unique check (sign_in is null or (kind = 'words' and length(sign_in) = 16));
grant update (sign_in) on identity.lock to peerage_app;
create policy sign_in_by_words on identity.lock for select to peerage_app
    using (tenancy.acting_as('sign-in') and sign_in is not null);
