-- The platform's own tables: tenants, persons and what belongs to a person alone.
-- These are the listed exceptions without row-level security; they hold no tenant's data.

create extension if not exists pg_trgm;

create table tenants (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name_en text not null check (length(name_en) between 1 and 80),
    name_zh text not null check (length(name_zh) between 1 and 80),
    languages text[] not null check (languages <@ array['en', 'zh-CN'] and cardinality(languages) >= 1),
    time_zone text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    calendar text not null,
    -- Working hours from submission to decision.
    sla_hours integer not null check (sla_hours between 1 and 1000),
    state text not null check (state in ('active', 'suspended')),
    staff_limit integer not null check (staff_limit > 0),
    storage_limit bigint not null check (storage_limit > 0),
    -- The accent as the admin gave it, #rrggbb; corrected where it is used.
    accent text check (accent ~ '^#[0-9a-f]{6}$'),
    -- The tenant's key and its index key (for fingerprints), under the master key.
    wrapped_key bytea not null,
    wrapped_index_key bytea not null,
    version integer not null default 1,
    created_at timestamptz not null
);

create table persons (
    id uuid primary key,
    -- As typed, for showing and sending.
    email text not null check (length(email) between 3 and 254),
    -- Folded, for finding.
    email_key text not null unique,
    password_hash text,
    lang text check (lang in ('en', 'zh-CN')),
    theme text check (theme in ('light', 'dark')),
    is_operator boolean not null default false,
    confirmed_at timestamptz,
    -- Raised by every change that ends all sessions.
    auth_epoch integer not null default 0,
    failed_attempts integer not null default 0,
    last_failed_at timestamptz,
    locked_until timestamptz,
    created_at timestamptz not null
);

create table sessions (
    id uuid primary key,
    -- SHA-256 of the cookie's value: the cookie itself is kept nowhere.
    token_hash bytea not null unique check (length(token_hash) = 32),
    person_id uuid references persons (id),
    data jsonb not null,
    user_agent text not null default '',
    address text not null default '',
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_seconds integer not null check (idle_seconds > 0),
    absolute_expires_at timestamptz not null,
    revoked_at timestamptz
);

create index sessions_by_person on sessions (person_id, created_at);
create index sessions_by_end on sessions (absolute_expires_at);

-- Single-use links sent by mail: confirm an address, reset a password, change an address.
create table person_tokens (
    id uuid primary key,
    person_id uuid not null references persons (id),
    purpose text not null check (purpose in ('confirm', 'reset', 'change_email')),
    -- Null until the mail is written: the token is drawn then, so that jobs hold ids alone.
    token_hash bytea unique check (length(token_hash) = 32),
    -- A change of address: the new one and the one it replaces, for the notice to both.
    new_email text check (length(new_email) between 3 and 254),
    old_email text check (length(old_email) between 3 and 254),
    -- The tenant whose name the mail carries.
    tenant_id uuid references tenants (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    -- Replaced by a newer one, or voided by what happened since.
    withdrawn_at timestamptz,
    check ((purpose = 'change_email') = (new_email is not null and old_email is not null))
);

create index person_tokens_by_person on person_tokens (person_id, purpose, created_at);

-- Counters against guessing, by keyed hash of whatever is counted.
create table throttles (
    key bytea primary key,
    hits integer not null,
    window_started_at timestamptz not null
);

-- Work to be done after a commit: ids only.
create table jobs (
    id uuid primary key,
    tenant_id uuid,
    kind text not null,
    payload jsonb not null,
    state text not null check (state in ('waiting', 'running', 'done', 'dead')),
    run_at timestamptz not null,
    attempts integer not null default 0,
    lease_until timestamptz,
    lease_owner uuid,
    -- At most one waiting job of a kind has this key.
    dedupe_key text,
    last_error text,
    created_at timestamptz not null,
    finished_at timestamptz
);

create index jobs_due on jobs (run_at, id) where state = 'waiting';
create index jobs_leases on jobs (lease_until) where state = 'running';
create index jobs_dead on jobs (tenant_id, finished_at) where state = 'dead';
create unique index jobs_once on jobs (kind, dedupe_key) where dedupe_key is not null and state = 'waiting';

grant select, insert, update on tenants, persons, sessions, person_tokens, throttles, jobs to gangway_app;
grant delete on sessions, person_tokens, throttles, jobs to gangway_app;
grant select on tenants to gangway_lookup;
