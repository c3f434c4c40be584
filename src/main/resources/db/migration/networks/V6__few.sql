-- Row security asks first whether a row is the reader's and only then whether it has a word, so that nothing is told of
-- rows that are not; so no index of parts of words serves the reader. The owner looks by the index instead, in a network
-- that the acting person is in and no other, and tells keys alone: what these lead to, row security shows.
create extension if not exists pg_trgm with schema networks;
create index profile_sought on networks.profile using gin (sought networks.gin_trgm_ops);
create policy seeking on networks.profile for select to peerage_owner using (true);

-- Who has all of the words and is of the place (patterns; a place that is not asked for is null), where looking by the
-- index is worth it and that is no more than the most. Null where it is more, where the network is small, or where a
-- page of such leaders stands at the beginning of the list already: the index is of all networks, and for a word that
-- many have it is slower than the list itself. What is sought has the place in it, so the longest of all goes first: it
-- names the fewest.
create function networks.few(network uuid, words text[], placed text, most integer) returns uuid[]
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
    beginning constant integer := 1000;
    page constant integer := 50;
    longest text := (select w from unnest(words || placed) as w where w is not null order by length(w) desc limit 1);
    looked integer;
    fitting integer;
    found uuid[];
begin
    if network <> all (array(select networks.my_networks())) then
        return '{}';
    end if;
    select count(*),
           count(*) filter (where p.sought like all (words) and (placed is null or p.sought_place like placed))
    into looked, fitting
    from (select b.sought, b.sought_place from networks.profile b
          where b.network_id = network order by b.sort_key, b.id limit beginning) p;
    if looked < beginning or fitting > page then
        return null;
    end if;
    found := array(
        select p.id from networks.profile p
        where p.network_id = network and p.sought like longest and p.sought like all (words)
          and (placed is null or p.sought_place like placed)
        limit most + 1);
    return case when cardinality(found) <= most then found end;
end
$$;
revoke all on function networks.few(uuid, text[], text, integer) from public;
grant execute on function networks.few(uuid, text[], text, integer) to peerage_app;
