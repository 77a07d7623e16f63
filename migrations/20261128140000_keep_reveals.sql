-- Masked personal data that somebody of the desk had shown to them: which fields, why, by whom and when. Never what was
-- shown. Rows are added, never changed.

create table reveals (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    section text not null,
    fields text[] not null check (cardinality(fields) > 0),
    reason text not null,
    -- Sealed under the dossier key.
    words_sealed bytea not null,
    revealed_by uuid not null references persons (id),
    revealed_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index reveals_by_application on reveals (tenant_id, application_id, revealed_at desc, id desc);

alter table reveals enable row level security;
alter table reveals force row level security;
create policy tenant on reveals to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on reveals to gangway_owner using (true) with check (true);
grant select, insert on reveals to gangway_app;

create trigger append_only before update or delete on reveals for each row execute function refuse_change();
create trigger append_only_whole before truncate on reveals for each statement execute function refuse_change();
create trigger own_side before insert on reveals for each row execute function refuse_own_side_in('revealed_by');
create trigger active_staff before insert on reveals for each row execute function refuse_idle_hands_in('revealed_by');
