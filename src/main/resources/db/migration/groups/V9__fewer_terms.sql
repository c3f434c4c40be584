-- Six choices of the charter that no program can keep are plain words now. A draft keeps what its chair had chosen, in
-- the group's own words; what is signed or put to the vote stays as it is.
create temporary table former (clause text, term text, chosen text, label text, said text, full_words text)
    on commit drop;
insert into former values
    ('chair', 'chairing', 'elected', 'How the chair is found', 'Elected',
     'The chair guides the meeting, keeps this charter and speaks with each of us between meetings. We elect the chair in a secret ballot. The next chair is trained before taking over.'),
    ('chair', 'chairing', 'rotating', 'How the chair is found', 'In turn',
     'The chair guides the meeting, keeps this charter and speaks with each of us between meetings. Each of us takes the chair in turn. The next chair is trained before taking over.'),
    ('business', 'business', 'none', 'Business between members', 'None',
     'We do no business with each other. Nobody sells to the group or raises money in it. Whoever has a conflict of interest in an item says so and leaves for it when asked.'),
    ('business', 'business', 'free', 'Business between members', 'Allowed',
     'Business between members is their own affair. Nobody sells to the group or raises money in it. Whoever has a conflict of interest in an item says so and leaves for it when asked.'),
    ('money', 'purse', 'convener', 'Who keeps the purse', 'The convener',
     'Each of us pays the dues that the group has set for the year; whoever joins later pays their share of it. The convener keeps the accounts and reports once a year.'),
    ('money', 'purse', 'none', 'Who keeps the purse', 'There is none',
     'Each of us pays the dues that the group has set for the year; whoever joins later pays their share of it. There is no common purse; each pays what they use.'),
    ('guests', 'guests', 'chair', 'Who decides on a guest', 'The chair',
     'A guest comes for one session, under a written promise of confidentiality, and is in the room only for that part. The chair decides and announces it with the agenda.');
insert into former
select 'retreats', 'retreatsPerYear', n::text, 'Retreats a year', n::text,
       'Retreats a year: ' || n || '. We go away together for longer than a meeting, and what it costs each of us is agreed before it is booked.'
from generate_series(2, 4) n;
insert into former
select 'answering', 'answerHours', n::text, 'Hours until an answer', n::text,
       'A message to a member or to the group is answered within ' || n || ' hours on working days, be it only with when the real answer will come.'
from generate_series(4, 96) n where n <> 24;

alter table groups.charter no force row level security;
update groups.charter c set own = c.own || coalesce((
    select jsonb_object_agg(f.clause,
        case when c.own ? f.clause then (c.own ->> f.clause) || ' (' || f.label || ': ' || f.said || ')'
             else f.full_words end)
    from former f where c.values ->> f.term = f.chosen), '{}')
where c.fixed_at is null;
update groups.charter c set values = c.values - array(select distinct f.term from former f)
where c.fixed_at is null;
alter table groups.charter force row level security;
