-- Who of the directory sits where, for those who may see the seat: a group is composed of profiles, not of accounts.
create view groups.shared_seat with (security_invoker = true) as
select s.id, s.group_id, s.profile_id, s.person_id, s.chair, s.state
from groups.seat s;

grant select on groups.shared_seat to peerage_app;
