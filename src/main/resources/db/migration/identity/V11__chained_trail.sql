-- What was done in somebody's name is a chain (ADR-0041): each entry has a mark, made of all that stands in it and of the
-- mark of the entry before. A chain is of one person or of one network, so that nobody waits for anybody else's.
alter table identity.audit
    add column chain      uuid,
    add column number     bigint check (number > 0),
    add column network_id uuid,
    add column about      uuid,
    add column mark       bytea check (length(mark) = 32);

create policy chaining on identity.audit to peerage_owner using (true) with check (true);
update identity.audit set chain = person_id;
alter table identity.audit
    alter column chain set not null,
    add check (chain = person_id or (network_id is not null and chain = network_id)),
    add check ((number is null) = (mark is null)),
    add unique (chain, number);
create index audit_unmarked on identity.audit (chain) where mark is null;

-- The fields have fixed lengths in a fixed order, and the kind, which has none, is the last of them.
create function identity.audit_mark(before bytea, entry identity.audit) returns bytea
language sql stable set search_path = ''
as $$
    select sha256(convert_to('peerage trail 1', 'UTF8') || before
        || uuid_send(entry.chain) || int8send(entry.number) || uuid_send(entry.id) || uuid_send(entry.person_id)
        || coalesce(uuid_send(entry.network_id), decode(repeat('00', 16), 'hex'))
        || coalesce(uuid_send(entry.about), decode(repeat('00', 16), 'hex'))
        || int8send((extract(epoch from entry.at) * 1000000)::bigint)
        || convert_to(entry.kind, 'UTF8'))
$$;

-- One chain at a time, for whoever has its turn.
create function identity.audit_turn(whose uuid) returns void
language sql volatile set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended('identity.audit ' || whose, 0)) $$;

-- Gives every entry of this transaction its number and its mark.
create function identity.chain_audit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    whose uuid;
    entry identity.audit;
    count bigint;
    last  bytea;
begin
    for whose in select distinct a.chain from identity.audit a where a.mark is null order by a.chain loop
        perform identity.audit_turn(whose);
        select a.number, a.mark into count, last from identity.audit a
        where a.chain = whose and a.number is not null order by a.number desc limit 1;
        count := coalesce(count, 0);
        last := coalesce(last, decode(repeat('00', 32), 'hex'));
        for entry in select a.* from identity.audit a where a.chain = whose and a.mark is null order by a.at, a.id loop
            count := count + 1;
            entry.number := count;
            last := identity.audit_mark(last, entry);
            update identity.audit a set number = count, mark = last where a.id = entry.id;
        end loop;
    end loop;
    return null;
end $$;
revoke all on function identity.chain_audit() from public;

-- At the very end of a transaction, when it waits for nothing else any more, and in the order of the chains: so no two
-- transactions wait for each other, and none holds a chain for longer than it takes to commit.
create constraint trigger chain_audit after insert on identity.audit
    deferrable initially deferred for each row when (new.mark is null)
    execute function identity.chain_audit();

-- What was there before is chained as it is found.
do $$
declare
    entry identity.audit;
    whose uuid;
    count bigint;
    last  bytea;
begin
    for entry in select a.* from identity.audit a order by a.chain, a.at, a.id loop
        if whose is distinct from entry.chain then
            whose := entry.chain;
            count := 0;
            last := decode(repeat('00', 32), 'hex');
        end if;
        count := count + 1;
        entry.number := count;
        last := identity.audit_mark(last, entry);
        update identity.audit a set number = count, mark = last where a.id = entry.id;
    end loop;
end $$;

-- The program gives neither number nor mark.
revoke insert on identity.audit from peerage_app;
grant insert (id, chain, person_id, network_id, about, kind, at) on identity.audit to peerage_app;

-- Somebody's own chain: what is done in a network besides is written by the policies of the networks.
drop policy own_write on identity.audit;
create policy own_write on identity.audit for insert to peerage_app
    with check (person_id = tenancy.me() and chain = person_id);
create policy checking on identity.audit for select to peerage_app
    using (tenancy.acting_as('trail-check'));

-- The chain of whoever is erased goes as a whole: without its beginning the rest would be believed by nobody.
create function identity.forget_trail(whose uuid) returns bigint
language plpgsql security definer set search_path = ''
as $$
declare
    gone bigint;
begin
    if not tenancy.acting_as('erasing') then
        raise exception 'only erasing takes a chain' using errcode = 'insufficient_privilege';
    end if;
    perform identity.audit_turn(whose);
    delete from identity.audit a where a.chain = whose;
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function identity.forget_trail(uuid) from public;
grant execute on function identity.forget_trail(uuid) to peerage_app;
