-- Whether an administrator works at a tenant, for the operator who would invite one: yes or no, never who.

create function lookup_has_admin(tenant uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (
        select 1
        from public.staff s
        join public.staff_roles r on r.tenant_id = s.tenant_id and r.person_id = s.person_id
        where s.tenant_id = tenant and s.state = 'active' and r.role = 'admin'
    )
$$;

grant create on schema public to gangway_lookup;
alter function lookup_has_admin(uuid) owner to gangway_lookup;
revoke create on schema public from gangway_lookup;
set local role gangway_lookup;
revoke all on function lookup_has_admin(uuid) from public;
grant execute on function lookup_has_admin(uuid) to gangway_app;
reset role;
