-- When an application runs out for want of an answer, and that its merchant was told of it.

-- What a running state has promised; a draft has no promise of its own, it counts from its last touch.
alter table applications add column runs_out_at timestamptz;

create function note_end() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.runs_out_at := case
        when new.state in ('changes_requested', 'account_verification', 'signing')
        then (new.state_data ->> 'until')::timestamptz
    end;
    return new;
end $$;

create trigger ends before insert or update of state, state_data on applications
    for each row execute function note_end();

update applications set state_data = state_data where state in ('changes_requested', 'account_verification', 'signing');

create index applications_drafts on applications (tenant_id, updated_at, id) where state = 'draft';
create index applications_ending on applications (tenant_id, runs_out_at, id) where runs_out_at is not null;

-- The last time the merchant was told of an end.
create table end_notices (
    tenant_id uuid not null,
    application_id uuid not null,
    -- In which state, told when, of which end.
    state text not null,
    told_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (tenant_id, application_id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

alter table end_notices enable row level security;
alter table end_notices force row level security;
create policy tenant on end_notices to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on end_notices to gangway_owner using (true) with check (true);
grant select, insert, delete, update (state, told_at, ends_at) on end_notices to gangway_app;
