-- As networks.few, and told apart are those whom the list finds soon from those who are more than anybody counts: where
-- the index has found more than the most, nobody has to count them once more by going through the list. The one before
-- stays for programs of the version before.
create function networks.sought(network uuid, words text[], placed text, most integer, out few uuid[], out more boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
    beginning constant integer := 1000;
    page constant integer := 50;
    longest text := (select w from unnest(words || placed) as w where w is not null order by length(w) desc limit 1);
    looked integer;
    fitting integer;
begin
    more := false;
    if network <> all (array(select networks.my_networks())) then
        few := '{}';
        return;
    end if;
    select count(*),
           count(*) filter (where p.sought like all (words) and (placed is null or p.sought_place like placed))
    into looked, fitting
    from (select b.sought, b.sought_place from networks.profile b
          where b.network_id = network order by b.sort_key, b.id limit beginning) p;
    if looked < beginning or fitting > page then
        return;
    end if;
    few := array(
        select p.id from networks.profile p
        where p.network_id = network and p.sought like longest and p.sought like all (words)
          and (placed is null or p.sought_place like placed)
        limit most + 1);
    if cardinality(few) > most then
        few := null;
        more := true;
    end if;
end
$$;
revoke all on function networks.sought(uuid, text[], text, integer) from public;
grant execute on function networks.sought(uuid, text[], text, integer) to peerage_app;
