-- The life of a version as the rules keep it, the room that uploads under way have been promised, and how much
-- each tenant keeps: one row, kept true by a trigger, locked by whoever is promised more.

-- What the state's variant holds beside its name.
alter table document_versions add column state_data jsonb not null;

-- The paper asked for, and how many bytes may still come.
alter table uploads add column paper text not null;
alter table uploads add column reserved bigint not null check (reserved >= 0);

create index document_versions_waiting on document_versions (tenant_id, uploaded_at) where state = 'quarantined';
create index document_versions_blobs on document_versions (tenant_id, blob_key) where blob_key is not null;

create table storage_use (
    tenant_id uuid primary key references tenants (id),
    bytes bigint not null check (bytes >= 0)
);

alter table storage_use enable row level security;
alter table storage_use force row level security;
create policy tenant on storage_use to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on storage_use to gangway_owner using (true) with check (true);
grant select, insert, update on storage_use to gangway_app;

-- A version counts while its bytes are kept.
create function count_storage() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    change bigint := 0;
begin
    if tg_op <> 'INSERT' and old.blob_key is not null then
        change := change - old.size;
    end if;
    if tg_op <> 'DELETE' and new.blob_key is not null then
        change := change + new.size;
    end if;
    if change <> 0 then
        insert into storage_use (tenant_id, bytes) values (coalesce(new.tenant_id, old.tenant_id), 0)
        on conflict (tenant_id) do nothing;
        update storage_use set bytes = bytes + change where tenant_id = coalesce(new.tenant_id, old.tenant_id);
    end if;
    return null;
end $$;

create trigger storage after insert or update of blob_key, size or delete on document_versions
    for each row execute function count_storage();

insert into storage_use (tenant_id, bytes)
select tenant_id, sum(size) from document_versions where blob_key is not null group by tenant_id;
