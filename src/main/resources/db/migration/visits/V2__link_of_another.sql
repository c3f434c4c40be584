-- What a guest reads is read as whoever made their link. Where that member has left, another makes a new one, and it is
-- theirs from then on.
grant update (invited_by) on visits.visit to peerage_app;

create or replace function visits.guard_visit() returns trigger
language plpgsql set search_path = ''
as $$
declare
    guest boolean := tenancy.acting_as('visits.guest');
    step text := old.state || ' ' || new.state;
begin
    if tenancy.acting_as('erasing') then
        return new;
    end if;
    if new.invited_by is distinct from old.invited_by and new.invited_by is distinct from tenancy.me() then
        raise exception 'nobody invites in the name of another' using errcode = 'insufficient_privilege';
    end if;
    if (new.pledge_name, new.pledge_words, new.pledge_language, new.pledged_at)
           is distinct from (old.pledge_name, old.pledge_words, old.pledge_language, old.pledged_at)
       and not (guest and step = 'invited pledged') then
        raise exception 'a pledge is signed once, by the guest' using errcode = 'insufficient_privilege';
    end if;
    if guest and new.token_hash is distinct from old.token_hash then
        raise exception 'a link is made by the group' using errcode = 'insufficient_privilege';
    end if;
    if new.state is distinct from old.state
       and not (case when guest then step in ('invited pledged', 'visited goes-on', 'invited stops', 'pledged stops',
                                              'visited stops')
                     else step in ('pledged visited', 'invited closed', 'pledged closed')
                          or (step in ('visited closed', 'goes-on closed', 'stops closed')
                              and new.group_id = any (array(select groups.my_chaired()))) end) then
        raise exception 'a visit does not go from there to there' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
