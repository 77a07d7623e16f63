-- Lists of persons and companies, each tenant's own: whoever imports a list answers for it, and what one tenant screens
-- against is nobody else's to see. A list's files are never changed and never go.

create table screening_lists (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    source text not null check (source in ('cn_terrorism', 'cn_un', 'cn_pboc', 'ofac', 'eu', 'uk', 'own')),
    -- What a tenant calls a list of its own.
    name text not null check (length(name) <= 100),
    -- What a hit on it means.
    meaning text not null check (meaning in ('stop', 'two_people', 'notice')),
    made_by uuid not null references persons (id),
    made_at timestamptz not null,
    primary key (tenant_id, id),
    check ((source = 'own') = (name <> ''))
);

create unique index screening_lists_once on screening_lists (tenant_id, source, lower(name));

alter table screening_lists enable row level security;
alter table screening_lists force row level security;
create policy tenant on screening_lists to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on screening_lists to gangway_owner using (true) with check (true);
grant select, insert on screening_lists to gangway_app;
grant update (meaning) on screening_lists to gangway_app;

create table screening_files (
    tenant_id uuid not null,
    id uuid not null,
    list_id uuid not null,
    -- The day that its publisher gave it.
    dated date not null,
    entries integer not null check (entries > 0),
    sha256 bytea not null check (length(sha256) = 32),
    -- The entries, sealed under the tenant's key.
    content_sealed bytea not null,
    imported_by uuid not null references persons (id),
    imported_at timestamptz not null,
    -- It counts from here on, until another one does.
    confirmed_by uuid references persons (id),
    confirmed_at timestamptz,
    -- It never counted.
    dropped_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, list_id, id),
    foreign key (tenant_id, list_id) references screening_lists (tenant_id, id),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_at is null or dropped_at is null)
);

create index screening_files_of_list on screening_files (tenant_id, list_id, confirmed_at desc nulls last, id desc);

alter table screening_files enable row level security;
alter table screening_files force row level security;
create policy tenant on screening_files to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on screening_files to gangway_owner using (true) with check (true);
grant select, insert on screening_files to gangway_app;
grant update (confirmed_by, confirmed_at, dropped_at) on screening_files to gangway_app;

create function guard_screening_file() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if tg_op = 'UPDATE' and (old.confirmed_at is not null or old.dropped_at is not null) then
        raise exception 'a file is confirmed or dropped once' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'INSERT' and (new.confirmed_at is not null or new.dropped_at is not null) then
        raise exception 'a file is looked at first' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger once before insert or update on screening_files for each row execute function guard_screening_file();
create trigger kept before delete on screening_files for each row execute function refuse_change();
create trigger kept_whole before truncate on screening_files for each statement execute function refuse_change();
create trigger active_staff before insert on screening_files
    for each row execute function refuse_idle_hands_in('imported_by', 'admin');
create trigger active_staff_confirms before update on screening_files
    for each row execute function refuse_idle_hands_in('confirmed_by', 'admin');
