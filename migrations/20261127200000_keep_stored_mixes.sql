-- Mixes made of past payments: groups of equal payments, without anything about a payer. They are kept or deleted, never
-- changed.

create table stored_mixes (
    tenant_id uuid not null,
    id uuid not null,
    name text not null check (char_length(name) between 1 and 80),
    -- In ascending order.
    currencies text[] not null check (cardinality(currencies) > 0),
    rows integer not null check (rows between 1 and 1000000),
    groups integer not null check (groups between 1 and 100000),
    -- Words and groups as `fees::stored` writes them; text, for it is read back as a whole alone.
    content text not null,
    uploaded_by uuid not null references persons (id),
    uploaded_at timestamptz not null,
    primary key (tenant_id, id)
);

-- What the columns of a tenant's files mean: asked once, filled in from then on.
create table stored_mix_columns (
    tenant_id uuid primary key,
    headings jsonb not null check (jsonb_typeof(headings) = 'object'),
    currency text check (currency ~ '^[A-Z]{3}$'),
    mapped_at timestamptz not null
);

do $$
declare
    t text;
begin
    foreach t in array array['stored_mixes', 'stored_mix_columns'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy tenant on %I to gangway_app
             using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))
             with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', t);
        execute format('create policy migrations on %I to gangway_owner using (true) with check (true)', t);
    end loop;
end $$;

grant select, insert, delete on stored_mixes to gangway_app;
grant select, insert, update on stored_mix_columns to gangway_app;
