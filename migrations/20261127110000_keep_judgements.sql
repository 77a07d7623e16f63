-- What reviewers make of each item: an answer (in a version of its section), a file (a version of a document), or a
-- paper that is missing. Rows are added, never changed: the latest on the version that stands is the one that counts.

create table judgements (
    tenant_id uuid not null,
    id uuid not null,
    -- Of two at the same instant the later one counts.
    place bigint generated always as identity,
    application_id uuid not null,
    -- `field:bank:cnaps`, `document:bank_proof:{id}`, `paper:bank_proof`.
    what text not null check (length(what) between 3 and 200),
    -- Of an answer.
    section_version integer check (section_version > 0),
    -- Of a file.
    document_version uuid,
    -- The how many-eth handing in it was.
    round integer not null check (round > 0),
    mark text not null check (mark in ('accepted', 'sent_back', 'rejected')),
    reason text,
    -- Words for the merchant, sealed under the dossier key.
    words_sealed bytea,
    judged_by uuid not null references persons (id),
    judged_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    foreign key (tenant_id, document_version) references document_versions (tenant_id, id),
    constraint grounded check ((mark = 'accepted') = (reason is null))
);

create index judgements_by_application on judgements (tenant_id, application_id, place desc);

alter table judgements enable row level security;
alter table judgements force row level security;
create policy tenant on judgements to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on judgements to gangway_owner using (true) with check (true);
grant select, insert on judgements to gangway_app;

create trigger append_only before update or delete on judgements for each row execute function refuse_change();
create trigger append_only_whole before truncate on judgements for each statement execute function refuse_change();

-- The same two locks as on recommendations and decisions, for any table: the trigger names the column of whoever
-- judges; the application stands in `application_id`.
create function refuse_own_side_in() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if judge is not null and exists (
        select 1
        from applications a
        left join merchant_members m
            on m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = judge
        where a.tenant_id = new.tenant_id
          and a.id = new.application_id
          and (m.person_id is not null or a.submitted_by = judge or a.created_by = judge)
    ) then
        raise exception 'both sides of one decision' using errcode = 'check_violation', constraint = 'own_side';
    end if;
    return new;
end $$;

create function refuse_idle_hands_in() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if judge is not null then
        perform 1 from staff s
        where s.tenant_id = new.tenant_id and s.person_id = judge and s.state = 'active'
        for share;
        if not found or not exists (
            select 1 from staff_roles r
            where r.tenant_id = new.tenant_id and r.person_id = judge and r.role in ('reviewer', 'senior_reviewer')
        ) then
            raise exception 'not active staff' using errcode = 'check_violation', constraint = 'active_staff';
        end if;
    end if;
    return new;
end $$;

create trigger own_side before insert on judgements for each row execute function refuse_own_side_in('judged_by');
create trigger active_staff before insert on judgements for each row execute function refuse_idle_hands_in('judged_by');
