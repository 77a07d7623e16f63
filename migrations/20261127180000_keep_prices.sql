-- What merchants pay: the tenant's price list and each merchant's offers. Proposed by one person, approved by another,
-- an offer accepted by its merchant; superseded, never edited. The database refuses all else.

create table price_lines (
    tenant_id uuid not null,
    id uuid not null,
    -- The components of a claim with the line's dimensions.
    claim jsonb not null,
    channel text not null generated always as (claim ->> 'channel') stored,
    product text generated always as (claim ->> 'product') stored,
    industry text generated always as (claim -> 'industry' ->> 0) stored,
    currency text not null generated always as (claim ->> 'currency') stored,
    -- The claim of what it costs: a published one's id, or one of the tenant's own.
    beneath text not null check (length(beneath) between 1 and 100),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    -- The line in whose place it comes.
    replaces uuid,
    proposed_by uuid not null references persons (id),
    proposed_at timestamptz not null,
    approved_by uuid references persons (id),
    approved_at timestamptz,
    -- Why it was approved though it leaves less than nothing, or nobody can tell.
    below_cost_reason text check (length(below_cost_reason) between 1 and 1000),
    declined_by uuid references persons (id),
    declined_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, replaces) references price_lines (tenant_id, id),
    check ((approved_by is null) = (approved_at is null)),
    check ((declined_by is null) = (declined_at is null)),
    check (approved_at is null or declined_at is null),
    check (below_cost_reason is null or approved_at is not null),
    constraint four_eyes check (approved_by <> proposed_by and declined_by <> proposed_by)
);

create index price_lines_by_channel on price_lines (tenant_id, channel);
-- One line takes another's place.
create unique index price_lines_successor on price_lines (tenant_id, replaces) where approved_at is not null;

create table offers (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    version integer not null check (version > 0),
    -- Lines of the same shape as those of the price list: claim, beneath, from, to.
    lines jsonb not null check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 1 and 20),
    proposed_by uuid not null references persons (id),
    proposed_at timestamptz not null,
    approved_by uuid references persons (id),
    approved_at timestamptz,
    below_cost_reason text check (length(below_cost_reason) between 1 and 1000),
    declined_by uuid references persons (id),
    declined_at timestamptz,
    accepted_by uuid references persons (id),
    accepted_at timestamptz,
    accepted_address text check (length(accepted_address) between 1 and 60),
    superseded_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
    unique (tenant_id, merchant_id, version),
    check ((approved_by is null) = (approved_at is null)),
    check ((declined_by is null) = (declined_at is null)),
    check ((accepted_by is null) = (accepted_at is null) and (accepted_by is null) = (accepted_address is null)),
    check (approved_at is null or declined_at is null),
    check (below_cost_reason is null or approved_at is not null),
    check (accepted_at is null or approved_at is not null),
    check (superseded_at is null or approved_at is not null),
    constraint four_eyes check (approved_by <> proposed_by and declined_by <> proposed_by)
);

-- Of each merchant at most one is proposed, one waits for the merchant, and one is in force.
create unique index offers_proposed on offers (tenant_id, merchant_id)
    where approved_at is null and declined_at is null;
create unique index offers_waiting on offers (tenant_id, merchant_id)
    where approved_at is not null and accepted_at is null and superseded_at is null;
create unique index offers_in_force on offers (tenant_id, merchant_id)
    where accepted_at is not null and superseded_at is null;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['price_lines', 'offers'] loop
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
    end loop;
end $$;

grant update (approved_by, approved_at, below_cost_reason, declined_by, declined_at) on price_lines to gangway_app;
grant update (approved_by, approved_at, below_cost_reason, declined_by, declined_at, accepted_by, accepted_at,
    accepted_address, superseded_at) on offers to gangway_app;

-- Who proposes is an admin; who answers is an admin or a senior reviewer, and below cost the latter alone.
create function require_price_keeper(tenant uuid, keeper uuid, fit text[]) returns void
    language plpgsql set search_path = pg_catalog, public as $$
begin
    perform 1 from staff s
    where s.tenant_id = tenant and s.person_id = keeper and s.state = 'active'
    for share;
    if not found or not exists (
        select 1 from staff_roles r where r.tenant_id = tenant and r.person_id = keeper and r.role = any (fit)
    ) then
        raise exception 'not active staff' using errcode = 'check_violation', constraint = 'active_staff';
    end if;
end $$;

create function guard_price_line() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if tg_op = 'INSERT' then
        if new.approved_at is not null or new.declined_at is not null then
            raise exception 'a price is proposed first' using errcode = 'check_violation', constraint = 'four_eyes';
        end if;
        perform require_price_keeper(new.tenant_id, new.proposed_by, array['admin']);
        return new;
    end if;
    if (new.tenant_id, new.id, new.claim, new.beneath, new.valid_from, new.valid_to, new.replaces, new.proposed_by,
            new.proposed_at)
        is distinct from (old.tenant_id, old.id, old.claim, old.beneath, old.valid_from, old.valid_to, old.replaces,
            old.proposed_by, old.proposed_at)
        or old.approved_at is not null or old.declined_at is not null then
        raise exception 'a price is answered once, never changed' using errcode = 'restrict_violation';
    end if;
    perform require_price_keeper(
        new.tenant_id, coalesce(new.approved_by, new.declined_by),
        case when new.below_cost_reason is null then array['admin', 'senior_reviewer'] else array['senior_reviewer'] end
    );
    if new.approved_at is not null and exists (
        select 1
        from price_lines o
        left join price_lines s on s.tenant_id = o.tenant_id and s.replaces = o.id and s.approved_at is not null
        where o.tenant_id = new.tenant_id and o.approved_at is not null and o.id is distinct from new.replaces
          and (o.channel, o.product, o.industry, o.currency)
              is not distinct from (old.channel, old.product, old.industry, old.currency)
          and o.valid_from <= coalesce(new.valid_to, 'infinity')
          and new.valid_from <= least(coalesce(o.valid_to, 'infinity'), coalesce(s.valid_from - 1, 'infinity'))
          and o.valid_from <= least(coalesce(o.valid_to, 'infinity'), coalesce(s.valid_from - 1, 'infinity'))
    ) then
        raise exception 'two prices on one day' using errcode = 'check_violation', constraint = 'price_overlap';
    end if;
    return new;
end $$;

create trigger guard before insert or update on price_lines for each row execute function guard_price_line();

create function guard_offer() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid;
begin
    if tg_op = 'INSERT' then
        if new.approved_at is not null or new.declined_at is not null then
            raise exception 'an offer is proposed first' using errcode = 'check_violation', constraint = 'four_eyes';
        end if;
        judge := new.proposed_by;
        perform require_price_keeper(new.tenant_id, judge, array['admin']);
    else
        if (new.tenant_id, new.id, new.merchant_id, new.version, new.lines, new.proposed_by, new.proposed_at)
            is distinct from (old.tenant_id, old.id, old.merchant_id, old.version, old.lines, old.proposed_by,
                old.proposed_at)
            or old.declined_at is not null or old.superseded_at is not null
            or (old.approved_at is not null and (new.approved_by, new.approved_at, new.below_cost_reason)
                is distinct from (old.approved_by, old.approved_at, old.below_cost_reason))
            or (old.accepted_at is not null and (new.accepted_by, new.accepted_at, new.accepted_address)
                is distinct from (old.accepted_by, old.accepted_at, old.accepted_address)) then
            raise exception 'an offer is answered, never changed' using errcode = 'restrict_violation';
        end if;
        if old.accepted_at is null and new.accepted_at is not null and (old.approved_at is null or not exists (
            select 1 from merchant_members m
            where m.tenant_id = new.tenant_id and m.merchant_id = new.merchant_id and m.person_id = new.accepted_by
              and m.role = 'owner' and m.ended_at is null
        )) then
            raise exception 'not the merchant''s owner' using errcode = 'check_violation', constraint = 'own_offer';
        end if;
        if old.approved_at is not null or (new.approved_at is null and new.declined_at is null) then
            return new;
        end if;
        judge := coalesce(new.approved_by, new.declined_by);
        perform require_price_keeper(
            new.tenant_id, judge,
            case when new.below_cost_reason is null then array['admin', 'senior_reviewer']
                else array['senior_reviewer'] end
        );
    end if;
    if exists (
        select 1 from merchant_members m
        where m.tenant_id = new.tenant_id and m.merchant_id = new.merchant_id and m.person_id = judge
    ) or exists (
        select 1 from applications a
        where a.tenant_id = new.tenant_id and a.merchant_id = new.merchant_id
          and (a.submitted_by = judge or a.created_by = judge)
    ) then
        raise exception 'both sides of one decision' using errcode = 'check_violation', constraint = 'own_side';
    end if;
    return new;
end $$;

create trigger guard before insert or update on offers for each row execute function guard_offer();
