-- One-time links to whoever signs, and what they said: confirmed or disowned, to which text, when and from where.

create table signing_links (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    -- SHA-256 of the token; none until its mail is written.
    token_hash bytea check (length(token_hash) = 32),
    -- Whether it goes to the address that was declared; else whoever applied shows it.
    by_mail boolean not null,
    -- Whoever made it; nobody where the application's own course did.
    created_by uuid references persons (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('issued', 'opened', 'confirmed', 'disowned', 'replaced', 'ended')),
    -- Since when it stands so.
    state_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    unique (tenant_id, application_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

-- A new one replaces the old one: there is never a second that opens.
create unique index signing_links_open on signing_links (tenant_id, application_id) where state in ('issued', 'opened');

alter table signing_links enable row level security;
alter table signing_links force row level security;
create policy tenant on signing_links to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on signing_links to gangway_owner using (true) with check (true);
grant select, insert on signing_links to gangway_app;
grant update (token_hash, expires_at, state, state_at) on signing_links to gangway_app;

-- What is closed stays closed.
create function refuse_reopened_link() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'a link is used once' using errcode = 'restrict_violation';
end $$;

create trigger used_once before update on signing_links
    for each row when (old.state not in ('issued', 'opened')) execute function refuse_reopened_link();

create table signatures (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    link_id uuid not null,
    -- Of the how many-eth handing in.
    round int not null,
    answer text not null check (answer in ('confirmed', 'disowned')),
    -- The section of the answers that names whoever was to sign.
    signatory text not null,
    -- The agreement: which text, in which version and language, and SHA-256 of it as it was read.
    text_kind text not null,
    text_version text not null,
    text_lang text not null,
    text_hash bytea not null check (length(text_hash) = 32),
    -- Keyed digest of everything that was shown as declared in their name.
    declared_mark bytea not null check (length(declared_mark) = 32),
    answered_at timestamptz not null,
    -- The client's network address.
    address text not null,
    primary key (tenant_id, id),
    unique (tenant_id, link_id),
    foreign key (tenant_id, application_id, link_id) references signing_links (tenant_id, application_id, id)
);

create index signatures_of_application on signatures (tenant_id, application_id, answered_at desc, id desc);

alter table signatures enable row level security;
alter table signatures force row level security;
create policy tenant on signatures to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on signatures to gangway_owner using (true) with check (true);
grant select, insert on signatures to gangway_app;

create trigger append_only before update or delete on signatures for each row execute function refuse_change();
create trigger append_only_whole before truncate on signatures for each statement execute function refuse_change();
