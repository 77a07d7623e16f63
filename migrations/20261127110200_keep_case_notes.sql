-- What the desk writes for itself about a case, and why one was opened again. Rows are added, never changed.

create table case_notes (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    kind text not null check (kind in ('note', 'reopening')),
    -- Sealed under the dossier key.
    text_sealed bytea not null,
    written_by uuid not null references persons (id),
    written_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index case_notes_by_application on case_notes (tenant_id, application_id, written_at desc, id desc);

alter table case_notes enable row level security;
alter table case_notes force row level security;
create policy tenant on case_notes to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on case_notes to gangway_owner using (true) with check (true);
grant select, insert on case_notes to gangway_app;

create trigger append_only before update or delete on case_notes for each row execute function refuse_change();
create trigger append_only_whole before truncate on case_notes for each statement execute function refuse_change();
create trigger own_side before insert on case_notes for each row execute function refuse_own_side_in('written_by');
create trigger active_staff before insert on case_notes for each row execute function refuse_idle_hands_in('written_by');
