-- The second lock: policies on every table with a tenant, grants, and what the database itself refuses.

do $$
declare
    guarded text;
begin
    foreach guarded in array array[
        'audit_heads', 'audit_events', 'staff', 'staff_roles', 'invitations', 'merchants', 'merchant_members',
        'dossier_keys', 'applications', 'sections', 'fingerprints', 'documents', 'uploads', 'document_versions',
        'refused_files', 'recommendations', 'decisions', 'consents', 'capabilities', 'credentials'
    ] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format(
            'create policy tenant on %I to gangway_app
             using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))
             with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
            guarded
        );
        execute format('create policy migrations on %I to gangway_owner using (true) with check (true)', guarded);
        execute format('grant select, insert on %I to gangway_app', guarded);
    end loop;
end $$;

grant update on audit_heads, staff, invitations, merchants, merchant_members, applications, documents, uploads,
    document_versions, recommendations, consents, capabilities, credentials, fingerprints to gangway_app;
grant delete on staff_roles, fingerprints, dossier_keys to gangway_app;

-- Append-only, whoever tries.
create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete on audit_events for each row execute function refuse_change();
create trigger append_only_whole before truncate on audit_events for each statement execute function refuse_change();
create trigger append_only before update or delete on decisions for each row execute function refuse_change();
create trigger append_only_whole before truncate on decisions for each statement execute function refuse_change();
create trigger append_only before update or delete on sections for each row execute function refuse_change();

-- Both sides of one decision never in one person: whoever ever held a role at the merchant, or created or
-- submitted the application, can't take, recommend or decide it.
create function refuse_own_side() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid;
    judged uuid;
begin
    if tg_table_name = 'recommendations' then
        judge := new.reviewer_id;
        judged := new.application_id;
    elsif tg_table_name = 'decisions' then
        judge := new.decider_id;
        judged := new.application_id;
    else
        judge := new.claimed_by;
        judged := new.id;
    end if;
    if judge is not null and exists (
        select 1
        from applications a
        left join merchant_members m
            on m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = judge
        where a.tenant_id = new.tenant_id
          and a.id = judged
          and (m.person_id is not null or a.submitted_by = judge or a.created_by = judge)
    ) then
        raise exception 'both sides of one decision' using errcode = 'check_violation', constraint = 'own_side';
    end if;
    return new;
end $$;

create trigger own_side before insert or update on recommendations for each row execute function refuse_own_side();
create trigger own_side before insert on decisions for each row execute function refuse_own_side();
create trigger own_side before update of claimed_by on applications for each row execute function refuse_own_side();

-- A woken worker looks at once; polling does the rest.
create function announce_job() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    perform pg_notify('gangway_jobs', '');
    return null;
end $$;

create trigger announce after insert on jobs for each statement execute function announce_job();
