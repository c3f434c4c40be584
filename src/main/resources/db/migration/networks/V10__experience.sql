-- What somebody has done is a list in one column; whoever looks for one thing of it went through everybody. As with
-- networks.sought (ADR-0045) row security keeps an index of it from being used, and the owner looks instead, in a network
-- that the acting person is in and no other, and tells keys alone.
create index profile_done on networks.profile
    using gin (string_to_array(lower(regexp_replace(btrim(has_done), '\s*;\s*', ';', 'g')), ';'))
    where has_done <> '';

-- A place is asked for as it is written, which row security lets an index answer.
create index profile_place on networks.profile (network_id, place);

-- The first in the list who have done this. Where enough stand at its beginning already, and in a small network, the list
-- is gone through and not the index, which is of all networks.
create function networks.having_done(network uuid, done text, most integer) returns uuid[]
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
    beginning constant integer := 1000;
    page constant integer := 50;
    looked integer;
    found uuid[];
begin
    if network <> all (array(select networks.my_networks())) then
        return '{}';
    end if;
    select count(*),
           coalesce(array_agg(p.id order by p.sort_key, p.id) filter (where p.has_done <> '' and lower(done) = any (
               string_to_array(lower(regexp_replace(btrim(p.has_done), '\s*;\s*', ';', 'g')), ';'))), '{}')
    into looked, found
    from (select b.id, b.sort_key, b.has_done from networks.profile b
          where b.network_id = network order by b.sort_key, b.id limit beginning) p;
    if looked < beginning or cardinality(found) > page then
        return found;
    end if;
    return array(
        select p.id from networks.profile p
        where p.network_id = network and p.has_done <> ''
          and string_to_array(lower(regexp_replace(btrim(p.has_done), '\s*;\s*', ';', 'g')), ';') @> array[lower(done)]
        order by p.sort_key, p.id
        limit most);
end
$$;
revoke all on function networks.having_done(uuid, text, integer) from public;
grant execute on function networks.having_done(uuid, text, integer) to peerage_app;
