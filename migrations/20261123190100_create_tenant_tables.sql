-- Everything that belongs to a tenant. Row-level security is forced on each of these tables by the next
-- migration; keys start with the tenant, foreign keys carry it, uniqueness is per tenant.

create table audit_heads (
    tenant_id uuid primary key,
    seq bigint not null,
    hash bytea not null check (length(hash) = 32)
);

create table audit_events (
    tenant_id uuid not null,
    seq bigint not null,
    occurred_at timestamptz not null,
    actor_kind text not null check (actor_kind in ('visitor', 'person', 'system')),
    actor_id uuid,
    name text not null,
    subject_kind text not null,
    subject_id uuid not null,
    application_id uuid,
    audience text not null check (audience in ('merchant', 'staff', 'confidential')),
    -- The canonical bytes that are hashed: everything above and the details, as they were written.
    body bytea not null,
    prev_hash bytea not null check (length(prev_hash) = 32),
    hash bytea not null check (length(hash) = 32),
    primary key (tenant_id, seq)
);

create index audit_by_application on audit_events (tenant_id, application_id, seq) where application_id is not null;
create index audit_by_subject on audit_events (tenant_id, subject_id, seq);
create index audit_by_actor on audit_events (tenant_id, actor_id, seq) where actor_id is not null;

create table staff (
    tenant_id uuid not null references tenants (id),
    person_id uuid not null references persons (id),
    state text not null check (state in ('active', 'deactivated')),
    created_at timestamptz not null,
    deactivated_at timestamptz,
    primary key (tenant_id, person_id)
);

create table staff_roles (
    tenant_id uuid not null,
    person_id uuid not null,
    role text not null check (role in ('reviewer', 'senior_reviewer', 'admin', 'auditor')),
    primary key (tenant_id, person_id, role),
    foreign key (tenant_id, person_id) references staff (tenant_id, person_id)
);

create table merchants (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    -- Drawn at approval.
    number text,
    name text not null default '',
    created_by uuid not null references persons (id),
    created_at timestamptz not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);

-- Roles at merchants are ended, never deleted: whoever ever held one can't review that merchant.
create table merchant_members (
    tenant_id uuid not null,
    merchant_id uuid not null,
    person_id uuid not null references persons (id),
    role text not null check (role in ('owner', 'papers', 'finance', 'developer')),
    added_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant_id, merchant_id, person_id, role),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);

create index merchant_members_by_person on merchant_members (tenant_id, person_id);

create table invitations (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    email text not null check (length(email) between 3 and 254),
    email_key text not null,
    -- Null until the mail is written: the token is drawn then.
    token_hash bytea check (length(token_hash) = 32),
    roles text[] not null check (cardinality(roles) >= 1),
    -- Set where the invitation is to a merchant, not to the staff.
    merchant_id uuid,
    lang text not null check (lang in ('en', 'zh-CN')),
    invited_by uuid references persons (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_by uuid references persons (id),
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);

-- The key of an application's fields and files, under the tenant's key. Deleting the row erases them.
create table dossier_keys (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    wrapped_key bytea not null,
    primary key (tenant_id, id)
);

create table applications (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    case_number text not null,
    kind text not null,
    country text not null,
    -- The version of the requirement rules it was started under.
    rules_version text not null,
    -- Written by transitions alone.
    state text not null,
    -- What the state's variant holds beside its name.
    state_data jsonb not null default '{}',
    version integer not null default 1,
    -- For the queue: the name as declared (also folded) and the channels wanted.
    name text not null default '',
    name_fold text not null default '',
    channels text[] not null default '{}',
    case_state text not null default 'none' check (case_state in ('none', 'waiting', 'claimed', 'snoozed', 'escalated', 'closed')),
    claimed_by uuid references persons (id),
    claimed_at timestamptz,
    submitted_by uuid references persons (id),
    submitted_at timestamptz,
    due_at timestamptz,
    closed_at timestamptz,
    created_by uuid not null references persons (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, case_number),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);

create index applications_queue on applications (tenant_id, case_state, due_at, id);
create index applications_by_merchant on applications (tenant_id, merchant_id, created_at);
create index applications_by_claim on applications (tenant_id, claimed_by) where claimed_by is not null;

-- A section as last saved, and every earlier version of it. Append-only.
create table sections (
    tenant_id uuid not null,
    application_id uuid not null,
    code text not null,
    version integer not null,
    -- Plain fields by name; sealed fields, a JSON object under the dossier key, in `sealed`.
    plain jsonb not null,
    sealed bytea,
    saved_by uuid not null references persons (id),
    saved_at timestamptz not null,
    primary key (tenant_id, application_id, code, version),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

-- Keyed digests by which sealed values are found and compared; they never leave the store.
create table fingerprints (
    tenant_id uuid not null,
    application_id uuid not null,
    section text not null,
    field text not null,
    kind text not null,
    fingerprint bytea not null check (length(fingerprint) = 32),
    primary key (tenant_id, application_id, section, field, kind),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index fingerprints_find on fingerprints (tenant_id, kind, fingerprint);

create table documents (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    -- The paper's code in the requirement rules.
    paper text not null,
    created_at timestamptz not null,
    removed_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index documents_by_application on documents (tenant_id, application_id, paper);

-- Committed before the first byte of the stream, so that nothing in the blob store is unknown.
create table uploads (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    document_id uuid not null,
    version_id uuid not null,
    blob_key text not null,
    s3_upload_id text,
    state text not null check (state in ('open', 'done', 'aborted')),
    created_by uuid not null references persons (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index uploads_open on uploads (tenant_id, expires_at) where state = 'open';

create table document_versions (
    tenant_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    application_id uuid not null,
    state text not null check (state in ('quarantined', 'scanned', 'pending_review', 'accepted', 'redo_requested', 'rejected', 'superseded', 'expired', 'purged')),
    -- Set where the deep check refused it. The object is gone then; hash and reason stay.
    refusal text,
    media text check (media in ('image/jpeg', 'image/png', 'application/pdf')),
    size bigint not null check (size >= 0),
    sha256 bytea not null check (length(sha256) = 32),
    blob_key text,
    -- The name as uploaded, sealed under the dossier key.
    name_sealed bytea,
    pages integer,
    preview_pages integer,
    -- Words for the reviewer: `fallback_font`, `active_content`, …
    remarks text[] not null default '{}',
    uploaded_by uuid not null references persons (id),
    uploaded_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, document_id) references documents (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index document_versions_by_document on document_versions (tenant_id, document_id, uploaded_at);
create index document_versions_by_application on document_versions (tenant_id, application_id);
create index document_versions_by_hash on document_versions (tenant_id, sha256);

-- Files refused while they streamed in: only hash and reason stay, so that the same bytes are recognised.
create table refused_files (
    tenant_id uuid not null,
    application_id uuid not null,
    sha256 bytea not null check (length(sha256) = 32),
    reason text not null,
    refused_at timestamptz not null,
    primary key (tenant_id, application_id, sha256),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create table recommendations (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    -- What was on the screen: the application's version and a digest over it and the documents' hashes.
    application_version integer not null,
    seen bytea not null check (length(seen) = 32),
    reviewer_id uuid not null references persons (id),
    verdict text not null check (verdict in ('approve', 'reject')),
    reason text,
    -- Words for the merchant (sayable) and for the desk (internal), sealed under the dossier key.
    words_sealed bytea,
    note_sealed bytea,
    created_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, id, reviewer_id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create unique index recommendations_standing on recommendations (tenant_id, application_id, application_version) where withdrawn_at is null;

create table decisions (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    recommendation_id uuid not null,
    reviewer_id uuid not null,
    decider_id uuid not null references persons (id),
    application_version integer not null,
    seen bytea not null check (length(seen) = 32),
    outcome text not null check (outcome in ('approved', 'rejected', 'returned')),
    reason text,
    words_sealed bytea,
    note_sealed bytea,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    -- One decision for one recommendation, by another person.
    unique (tenant_id, recommendation_id),
    foreign key (tenant_id, recommendation_id, reviewer_id) references recommendations (tenant_id, id, reviewer_id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    constraint four_eyes check (decider_id <> reviewer_id)
);

create table consents (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    kind text not null,
    text_version text not null,
    given_by uuid not null references persons (id),
    given_at timestamptz not null,
    address text not null,
    withdrawn_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create table capabilities (
    tenant_id uuid not null,
    merchant_id uuid not null,
    channel text not null,
    environment text not null check (environment in ('test', 'live')),
    requested_at timestamptz not null,
    verified_at timestamptz,
    effective_at timestamptz,
    primary key (tenant_id, merchant_id, channel, environment),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);

create table credentials (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    environment text not null check (environment in ('test', 'live')),
    label text not null check (length(label) between 1 and 80),
    -- Null until drawn: the secret is shown in the one answer that draws it, and stored as this hash alone.
    secret_hash bytea unique check (length(secret_hash) = 32),
    -- The last four characters, for recognising it.
    tail text check (length(tail) = 4),
    created_by uuid not null references persons (id),
    created_at timestamptz not null,
    drawn_by uuid references persons (id),
    drawn_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);

create index credentials_by_merchant on credentials (tenant_id, merchant_id, created_at);
