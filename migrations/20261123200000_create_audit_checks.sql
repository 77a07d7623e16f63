-- What each walk along a tenant's chain found, so that the auditor's page can say how far it is whole.

create table audit_checks (
    tenant_id uuid not null,
    id uuid not null,
    checked_at timestamptz not null,
    -- Null where a job or the command line walked.
    checked_by uuid references persons (id),
    -- Whole up to this place.
    verified_to bigint not null check (verified_to >= 0),
    -- The first place that doesn't fit, if any.
    broken_at bigint check (broken_at > 0),
    primary key (tenant_id, id)
);

create index audit_checks_latest on audit_checks (tenant_id, checked_at desc, id desc);

alter table audit_checks enable row level security;
alter table audit_checks force row level security;
create policy tenant on audit_checks to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on audit_checks to gangway_owner using (true) with check (true);
grant select, insert on audit_checks to gangway_app;
