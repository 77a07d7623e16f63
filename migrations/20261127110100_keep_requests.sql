-- What was asked of the merchant, item by item, with the version it was asked about: whether it was changed is seen by
-- comparing. And what the merchant explains where nothing is to be changed; the latest explanation stands.

create table requested_items (
    tenant_id uuid not null,
    application_id uuid not null,
    -- The handing in that the request answers.
    round integer not null check (round > 0),
    what text not null check (length(what) between 3 and 200),
    position integer not null,
    reason text not null,
    words_sealed bytea,
    section_version integer check (section_version > 0),
    document_version uuid,
    requested_by uuid not null references persons (id),
    requested_at timestamptz not null,
    primary key (tenant_id, application_id, round, what),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    foreign key (tenant_id, document_version) references document_versions (tenant_id, id)
);

create table explanations (
    tenant_id uuid not null,
    id uuid not null,
    -- Of two at the same instant the later one stands.
    place bigint generated always as identity,
    application_id uuid not null,
    round integer not null,
    what text not null,
    -- Sealed under the dossier key; none where the explanation was taken back.
    text_sealed bytea,
    explained_by uuid not null references persons (id),
    explained_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id, round, what)
        references requested_items (tenant_id, application_id, round, what)
);

create index explanations_by_application on explanations (tenant_id, application_id, round, what, place desc);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['requested_items', 'explanations'] loop
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
        execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', guarded);
        execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', guarded);
    end loop;
end $$;

create trigger own_side before insert on requested_items for each row execute function refuse_own_side_in('requested_by');
create trigger active_staff before insert on requested_items for each row execute function refuse_idle_hands_in('requested_by');
