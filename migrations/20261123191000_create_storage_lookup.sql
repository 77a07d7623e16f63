-- Storage in use per tenant, for the operator's limits: a sum, never of what.

grant select on document_versions to gangway_lookup;
create policy lookup on document_versions for select to gangway_lookup using (true);

create function lookup_storage_used(tenant uuid)
returns bigint
language sql stable security definer set search_path = pg_catalog, public as $$
    select coalesce(sum(v.size), 0)::bigint
    from public.document_versions v
    where v.tenant_id = tenant and v.blob_key is not null
$$;

grant create on schema public to gangway_lookup;
alter function lookup_storage_used(uuid) owner to gangway_lookup;
revoke create on schema public from gangway_lookup;
set local role gangway_lookup;
revoke all on function lookup_storage_used(uuid) from public;
grant execute on function lookup_storage_used(uuid) to gangway_app;
reset role;
