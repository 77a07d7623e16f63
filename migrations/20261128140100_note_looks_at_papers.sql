-- The last look somebody of the desk took at a file on which a person or an account stands: the pages of one page-load
-- are one look, the next one is another, and each is an event of its own.

create table paper_looks (
    tenant_id uuid not null,
    version_id uuid not null,
    person_id uuid not null references persons (id),
    -- What the page-load called itself.
    look uuid not null,
    began_at timestamptz not null,
    primary key (tenant_id, version_id, person_id),
    foreign key (tenant_id, version_id) references document_versions (tenant_id, id)
);

alter table paper_looks enable row level security;
alter table paper_looks force row level security;
create policy tenant on paper_looks to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on paper_looks to gangway_owner using (true) with check (true);
grant select, insert, update on paper_looks to gangway_app;
