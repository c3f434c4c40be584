-- Whoever was erased is not chosen any more: not voted on, not invited.
alter table selection.prospect add column erased boolean not null default false;
grant update (erased) on selection.prospect to peerage_app;

-- That a group has decided is written where a ballot of that circle on that candidate has ended so, and by nobody's word.
create function selection.counted(prospect uuid, decision text) returns boolean
language sql stable set search_path = ''
as $$ select exists (select from selection.prospect c
                     join ballots.shared_ballot b on b.id = c.ballot_id and b.group_id = c.group_id
                          and b.kind = 'selection.candidate' and b.subject_id = c.id
                     where c.id = prospect and c.standing = 'ballot'
                       and b.state = case decision when 'passed' then 'passed' when 'declined' then 'failed' end) $$;
revoke all on function selection.counted(uuid, text) from public;
grant execute on function selection.counted(uuid, text) to peerage_app;

drop policy decided on selection.move;
create policy decided on selection.move for insert to peerage_app
    with check (person_id is null and selection.counted(prospect_id, standing));

-- A step of one's own: of whom one looks after, or as the chair, and to where they stand.
drop policy done on selection.move;
create policy done on selection.move for insert to peerage_app
    with check (person_id = tenancy.me()
                and exists (select from selection.prospect c
                            where c.id = move.prospect_id and c.standing = move.standing
                              and (c.owner_id = tenancy.me() or c.group_id = any (array(select groups.my_chaired())))));

-- Members see every row of their room; who may change what of it depends on how it was.
create function selection.guard_prospect() returns trigger
language plpgsql set search_path = ''
as $$
declare
    chairs boolean := new.group_id = any (array(select groups.my_chaired()));
    cares boolean := chairs or old.owner_id = tenancy.me();
begin
    if tenancy.acting_as('selection.joining') or tenancy.acting_as('erasing') then
        return new;
    end if;
    if not cares and not selection.counted(old.id, new.standing) then
        raise exception 'a candidate is moved by whoever looks after them, by the chair or by a ballot'
            using errcode = 'insufficient_privilege';
    end if;
    if not cares and new.owner_id is distinct from old.owner_id then
        raise exception 'who looks after a candidate is theirs to say, or the chair''s'
            using errcode = 'insufficient_privilege';
    end if;
    if not chairs and (new.profile_id, new.about_id) is distinct from (old.profile_id, old.about_id) then
        raise exception 'a candidate is offered a seat by the chair' using errcode = 'insufficient_privilege';
    end if;
    if new.erased is distinct from old.erased then
        raise exception 'nobody is erased by hand' using errcode = 'insufficient_privilege';
    end if;
    if old.erased and new.standing is distinct from old.standing and new.standing <> 'declined' then
        raise exception 'whoever was erased is chosen no more' using errcode = 'insufficient_privilege';
    end if;
    if new.ballot_id is not null and new.ballot_id is distinct from old.ballot_id
       and (old.erased or not chairs or old.standing <> 'ballot'
            or not exists (select from ballots.shared_ballot b
                           where b.id = new.ballot_id and b.group_id = new.group_id and b.state = 'open'
                             and b.kind = 'selection.candidate' and b.subject_id = new.id)) then
        raise exception 'the chair puts a candidate to a vote of their own' using errcode = 'insufficient_privilege';
    end if;
    if new.before is distinct from old.before and not (new.standing = 'waiting' and new.before = old.standing) then
        raise exception 'where somebody stood before they waited is where they stood'
            using errcode = 'insufficient_privilege';
    end if;
    if new.standing is distinct from old.standing
       and not (case new.standing
                   when 'passed' then selection.counted(old.id, 'passed')
                                      or (old.standing = 'waiting' and old.before = 'passed')
                   when 'declined' then chairs or selection.counted(old.id, 'declined')
                   when 'invited' then chairs and old.standing in ('ballot', 'passed')
                   when 'member' then chairs and old.standing = 'onboarding'
                   when 'onboarding' then false
                   else cares
               end) then
        raise exception 'nobody has decided that' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_prospect before update on selection.prospect
    for each row execute function selection.guard_prospect();
