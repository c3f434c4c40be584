-- Who does what for a group, for those who may see it: whoever is to chair next stands in where the chair cannot.
create view groups.shared_role with (security_invoker = true) as
select r.group_id, r.role, s.person_id, r.until
from groups.role r
join groups.seat s on s.id = r.seat_id and s.state = 'in-room';

grant select on groups.shared_role to peerage_app;
