-- What our machines found each time they looked at everything handed in: one row a look, its results sealed under the
-- dossier key, as their words may name what was answered.

create table screenings (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    round integer not null check (round > 0),
    rules_version text not null,
    results_sealed bytea not null,
    screened_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index screenings_by_application on screenings (tenant_id, application_id, screened_at desc, id desc);

alter table screenings enable row level security;
alter table screenings force row level security;
create policy tenant on screenings to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on screenings to gangway_owner using (true) with check (true);
grant select, insert on screenings to gangway_app;

create trigger append_only before update or delete on screenings for each row execute function refuse_change();
create trigger append_only_whole before truncate on screenings for each statement execute function refuse_change();
