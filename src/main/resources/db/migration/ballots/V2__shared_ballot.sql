-- How a ballot on something ended, for the module that put it to the vote; to those who may vote in it.
create view ballots.shared_ballot with (security_invoker = true) as
select b.id, b.group_id, b.kind, b.subject_id, b.state from ballots.ballot b;

grant select on ballots.shared_ballot to peerage_app;

-- Whoever is erased is not voted on any more.
create policy erasing on ballots.ballot to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing') and state = 'withdrawn');
