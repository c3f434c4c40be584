-- A presenter who has left their place to another has it again where the other cannot come after all.
create or replace view meetings.shared_dropped with (security_invoker = true) as
select p.meeting_id, p.group_id, p.subject_id from meetings.presenting p where not p.will
union
select s.meeting_id, s.group_id, s.subject_id from meetings.swap s
 where s.state in ('agreed', 'kept') and not s.stays
   and not exists (select from meetings.presenting p
                    where p.meeting_id = s.meeting_id and p.subject_id = s.other_id and not p.will);
