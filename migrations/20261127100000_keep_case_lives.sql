-- The life of a case as the rules keep it: put off, handed up to the seniors, left untouched; and what is left of the
-- desk's time while the ball is with somebody else.

alter table applications
    -- Until when it was put off.
    add column snoozed_until timestamptz,
    -- Since when it is with the seniors.
    add column escalated_at timestamptz,
    -- When its holder last did something with it.
    add column touched_at timestamptz,
    -- The working time left for when the ball comes back; below zero where the answer was owed already.
    add column clock_left_seconds bigint;

update applications set touched_at = claimed_at where claimed_by is not null;

alter table applications
    add constraint desk_holder check (
        case
            when case_state in ('claimed', 'snoozed') then claimed_by is not null
            when case_state = 'escalated' then escalated_at is not null
            else claimed_by is null
        end),
    add constraint desk_snoozed check ((case_state = 'snoozed') = (snoozed_until is not null)),
    add constraint desk_clock check (due_at is null or clock_left_seconds is null);

create index applications_snoozed on applications (tenant_id, snoozed_until) where case_state = 'snoozed';
create index applications_untouched on applications (tenant_id, touched_at) where claimed_by is not null;

-- What was handed up and why, and what came back. The texts are sealed under the application's key.
create table escalations (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    raised_by uuid not null references persons (id),
    raised_at timestamptz not null,
    reason_sealed bytea not null,
    -- Null where it ended by itself: it was judged, or the application was taken back.
    ended_by uuid references persons (id),
    ended_at timestamptz,
    answer_sealed bytea,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create unique index escalations_open on escalations (tenant_id, application_id) where ended_at is null;
create index escalations_by_application on escalations (tenant_id, application_id, raised_at);

alter table escalations enable row level security;
alter table escalations force row level security;
create policy tenant on escalations to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on escalations to gangway_owner using (true) with check (true);
grant select, insert, update (ended_by, ended_at, answer_sealed) on escalations to gangway_app;
