-- What a convener does in a network stands in a chain of the network as well, which all its conveners read (ADR-0048). Each
-- writes in their own name alone, and the row says which network it is of.
create policy convener_write on identity.audit for insert to peerage_app
    with check (person_id = tenancy.me() and chain = network_id
        and network_id = any (array(select networks.my_convened())));
create policy convener_read on identity.audit for select to peerage_app
    using (chain = network_id and network_id = any (array(select networks.my_convened())));
