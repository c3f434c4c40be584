-- Since when somebody is in the room; another module counts the years.
create view groups.shared_since with (security_invoker = true) as
select s.group_id, s.person_id, s.changed_at as since from groups.seat s where s.state = 'in-room';

grant select on groups.shared_since to peerage_app;
