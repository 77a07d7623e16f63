-- The closed set of questions asked before a tenant is known. Each answers ids alone, owned by a role
-- without login that may read just these tables.

grant select on staff, staff_roles, merchant_members, credentials to gangway_lookup;
create policy lookup on staff for select to gangway_lookup using (true);
create policy lookup on staff_roles for select to gangway_lookup using (true);
create policy lookup on merchant_members for select to gangway_lookup using (true);
create policy lookup on credentials for select to gangway_lookup using (true);

-- Which tenants a person belongs to, and as what.
create function lookup_memberships(person uuid)
returns table (tenant_id uuid, staff boolean, merchant boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
    select t.id,
           exists (select 1 from public.staff s where s.tenant_id = t.id and s.person_id = person and s.state = 'active'),
           exists (select 1 from public.merchant_members m where m.tenant_id = t.id and m.person_id = person and m.ended_at is null)
    from public.tenants t
    where exists (select 1 from public.staff s where s.tenant_id = t.id and s.person_id = person and s.state = 'active')
       or exists (select 1 from public.merchant_members m where m.tenant_id = t.id and m.person_id = person and m.ended_at is null)
$$;

-- For whom a presented credential speaks. Revocation is judged by the caller, in the tenant.
create function lookup_credential(hash bytea)
returns table (tenant_id uuid, credential_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
    select c.tenant_id, c.id from public.credentials c where c.secret_hash = hash
$$;

-- Staff in use per tenant, for the operator's limits: a count, never who.
create function lookup_staff_count(tenant uuid)
returns bigint
language sql stable security definer set search_path = pg_catalog, public as $$
    select count(*) from public.staff s where s.tenant_id = tenant and s.state = 'active'
$$;

-- A function's new owner must be able to create in its schema: for this moment alone.
grant create on schema public to gangway_lookup;
alter function lookup_memberships(uuid) owner to gangway_lookup;
alter function lookup_credential(bytea) owner to gangway_lookup;
alter function lookup_staff_count(uuid) owner to gangway_lookup;
revoke create on schema public from gangway_lookup;
set local role gangway_lookup;
revoke all on function lookup_memberships(uuid), lookup_credential(bytea), lookup_staff_count(uuid) from public;
grant execute on function lookup_memberships(uuid), lookup_credential(bytea), lookup_staff_count(uuid) to gangway_app;
reset role;
