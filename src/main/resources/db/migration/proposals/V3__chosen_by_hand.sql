-- Whom a convener left out of a run or added to it one by one, on top of a filter. The people themselves are in the
-- input; this says how they came to be there, or not. It is written with the run, by the policy that lets conveners ask,
-- and never changed.
alter table proposals.run
    add column left_out uuid[] not null default '{}' check (cardinality(left_out) <= 200),
    add column added    uuid[] not null default '{}' check (cardinality(added) <= 200);
