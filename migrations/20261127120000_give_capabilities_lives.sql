-- Capabilities as the rules keep their lives, and what channels answered: word for word, sealed, never changed.

alter table capabilities
    add column state text not null default 'requested' check (
        state in ('requested', 'objected', 'verified', 'effective', 'suspended', 'refused', 'withdrawn')
    ),
    -- What the state's variant holds beside its name.
    add column state_data jsonb,
    -- Since when it stands so: what the list of those that wait for a channel walks along.
    add column since timestamptz,
    -- The application that asked for it last.
    add column application_id uuid,
    add column version integer not null default 1;

update capabilities c
set state_data = jsonb_build_object('state', 'requested', 'at', to_char(c.requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
    since = c.requested_at,
    application_id = (
        select a.id from applications a
        where a.tenant_id = c.tenant_id and a.merchant_id = c.merchant_id
        order by a.created_at desc limit 1
    );

alter table capabilities
    alter column state drop default,
    alter column state_data set not null,
    alter column since set not null,
    alter column application_id set not null,
    add foreign key (tenant_id, application_id) references applications (tenant_id, id),
    add constraint in_force check ((state = 'effective') = (effective_at is not null));

create index capabilities_waiting on capabilities (tenant_id, environment, since, merchant_id, channel)
    where state in ('requested', 'verified', 'suspended');

create table channel_answers (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    application_id uuid not null,
    channel text not null,
    environment text not null check (environment in ('test', 'live')),
    -- As we read it.
    answer text not null check (
        answer in ('working', 'verified', 'yes', 'objections', 'no', 'suspended', 'ended')
    ),
    -- Where the capability stood afterwards.
    state text not null,
    -- The channel's number, state and words as it wrote them, one JSON object under the dossier key.
    verbatim_sealed bytea not null,
    -- The day the channel says it is of.
    answered_on date not null,
    recorded_by uuid not null references persons (id),
    recorded_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id, channel, environment)
        references capabilities (tenant_id, merchant_id, channel, environment),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index channel_answers_of on channel_answers (tenant_id, merchant_id, channel, environment, recorded_at);

alter table channel_answers enable row level security;
alter table channel_answers force row level security;
create policy tenant on channel_answers to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on channel_answers to gangway_owner using (true) with check (true);
grant select, insert on channel_answers to gangway_app;
create trigger append_only before update or delete on channel_answers
    for each row execute function refuse_change();

-- The file of an answer is a document of the desk's: the merchant's side has no such document.
alter table documents add column answer_id uuid;
alter table documents
    add foreign key (tenant_id, answer_id) references channel_answers (tenant_id, id);
create index documents_by_answer on documents (tenant_id, answer_id) where answer_id is not null;
