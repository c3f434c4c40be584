-- When a lock last opened its owner's keys, as the owner's browser told it.
alter table identity.lock add column opened_at timestamptz;
grant update (opened_at) on identity.lock to peerage_app;
