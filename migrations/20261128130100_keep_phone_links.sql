-- One-time links to the upload of one paper, for a phone that isn't signed in.

create table phone_links (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    -- The paper's code, and the document whose place the file takes, if it replaces one.
    paper text not null,
    document_id uuid,
    -- SHA-256 of the token.
    token_hash bytea not null check (length(token_hash) = 32),
    -- Whoever made it, and in which session: both must still stand when it is used.
    created_by uuid not null references persons (id),
    session_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- SHA-256 of the mark of the device that has it: the first one that sent something.
    device_hash bytea check (length(device_hash) = 32),
    state text not null check (state in ('open', 'used', 'replaced')),
    state_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    foreign key (tenant_id, document_id) references documents (tenant_id, id)
);

create index phone_links_of_application on phone_links (tenant_id, application_id, paper);

alter table phone_links enable row level security;
alter table phone_links force row level security;
create policy tenant on phone_links to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on phone_links to gangway_owner using (true) with check (true);
grant select, insert on phone_links to gangway_app;
grant update (device_hash, state, state_at) on phone_links to gangway_app;

create trigger used_once before update on phone_links
    for each row when (old.state <> 'open') execute function refuse_reopened_link();
