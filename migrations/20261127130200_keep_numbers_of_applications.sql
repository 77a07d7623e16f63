-- What the console's home counts: who holds the ball and since when, where a draft stops, how many stand in which
-- state, what was decided on which day. All of it follows the transitions, by triggers: nothing can be left out.

alter table applications
    -- Who is to act next, as the rules have it for the state, and since when. Null where the road has ended.
    add column ball text check (ball in ('merchant', 'us', 'bank')),
    add column ball_since timestamptz,
    -- The first section or paper of a draft that isn't done; null until it was looked at.
    add column draft_step text;

create function note_ball() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.ball := case
        when new.state in ('draft', 'changes_requested', 'signing') then 'merchant'
        when new.state in ('submitted', 'screening', 'in_review', 'resubmitted', 'second_review') then 'us'
        when new.state = 'account_verification' then 'bank'
    end;
    if new.ball is null then
        new.ball_since := null;
    elsif tg_op = 'INSERT' then
        new.ball_since := new.updated_at;
    elsif new.ball is distinct from old.ball then
        new.ball_since := new.updated_at;
    end if;
    if new.state <> 'draft' then
        new.draft_step := null;
    end if;
    return new;
end $$;

create trigger ball before insert or update of state on applications for each row execute function note_ball();
update applications set state = state;

create index applications_by_ball on applications (tenant_id, ball, ball_since, id) where ball is not null;
create index applications_by_state on applications (tenant_id, state, id);
create index applications_by_step on applications (tenant_id, draft_step, id) where state = 'draft';
create index decisions_by_day on decisions (tenant_id, outcome, created_at, id);

create table application_counts (
    tenant_id uuid not null references tenants (id),
    state text not null,
    count bigint not null,
    primary key (tenant_id, state)
);

create table decision_days (
    tenant_id uuid not null references tenants (id),
    -- In the tenant's zone.
    day date not null,
    outcome text not null,
    count bigint not null,
    primary key (tenant_id, day, outcome)
);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['application_counts', 'decision_days'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format(
            'create policy tenant on %I to gangway_app
             using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))
             with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
            guarded
        );
        execute format('create policy migrations on %I to gangway_owner using (true) with check (true)', guarded);
        execute format('grant select, insert, update (count) on %I to gangway_app', guarded);
    end loop;
end $$;

-- Counted at the commit, behind the head of the tenant's chain that every transition takes: the counts' rows are held
-- for a moment, and always in the same order.
create function count_application() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if tg_op = 'UPDATE' then
        if new.state = old.state then
            return null;
        end if;
        update application_counts set count = count - 1 where tenant_id = old.tenant_id and state = old.state;
    end if;
    insert into application_counts (tenant_id, state, count) values (new.tenant_id, new.state, 1)
    on conflict (tenant_id, state) do update set count = application_counts.count + 1;
    return null;
end $$;

create constraint trigger counts after insert or update of state on applications
    deferrable initially deferred for each row execute function count_application();

create function day_in_zone(instant timestamptz, tenant uuid) returns date
language plpgsql stable set search_path = pg_catalog, public as $$
declare
    zone text;
begin
    select time_zone into zone from tenants where id = tenant;
    return (instant at time zone zone)::date;
exception when invalid_parameter_value then
    -- A zone that this database hasn't heard of yet.
    return (instant at time zone 'UTC')::date;
end $$;

create function count_decision() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if new.outcome in ('approved', 'rejected') then
        insert into decision_days (tenant_id, day, outcome, count)
        values (new.tenant_id, day_in_zone(new.created_at, new.tenant_id), new.outcome, 1)
        on conflict (tenant_id, day, outcome) do update set count = decision_days.count + 1;
    end if;
    return null;
end $$;

create constraint trigger days after insert on decisions
    deferrable initially deferred for each row execute function count_decision();

insert into application_counts (tenant_id, state, count)
select tenant_id, state, count(*) from applications group by tenant_id, state;
insert into decision_days (tenant_id, day, outcome, count)
select tenant_id, day_in_zone(created_at, tenant_id), outcome, count(*) from decisions
where outcome in ('approved', 'rejected') group by 1, 2, 3;
