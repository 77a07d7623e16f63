-- The right to live credentials: proposed by one person, opened by another, neither of them of the merchant's side,
-- and only while a channel has said yes. The database refuses all else.

create table live_rights (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    application_id uuid not null,
    proposed_by uuid not null references persons (id),
    proposed_at timestamptz not null,
    opened_by uuid references persons (id),
    opened_at timestamptz,
    -- Whoever declined it; nobody where it ended of itself.
    ended_by uuid references persons (id),
    ended_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    check ((opened_by is null) = (opened_at is null)),
    check (ended_by is null or ended_at is not null),
    constraint four_eyes check (opened_by <> proposed_by)
);

-- One at a time.
create unique index live_rights_standing on live_rights (tenant_id, merchant_id) where ended_at is null;
create index live_rights_proposed on live_rights (tenant_id, proposed_at, id)
    where opened_at is null and ended_at is null;

alter table live_rights enable row level security;
alter table live_rights force row level security;
create policy tenant on live_rights to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on live_rights to gangway_owner using (true) with check (true);
grant select, insert, update on live_rights to gangway_app;

-- Who proposes or opens: active staff with a role for it, who never stood on the merchant's side. Who proposed stays.
create function refuse_one_pair_of_eyes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid;
    fit text[];
begin
    if tg_op = 'UPDATE' then
        if new.merchant_id <> old.merchant_id or new.proposed_by <> old.proposed_by
            or new.proposed_at <> old.proposed_at or (old.opened_by is not null and new.opened_by is distinct from old.opened_by)
            or old.ended_at is not null then
            raise exception 'a right is opened and ended, never changed' using errcode = 'restrict_violation';
        end if;
        if new.opened_by is not distinct from old.opened_by then
            return new;
        end if;
        judge := new.opened_by;
        fit := array['senior_reviewer', 'admin'];
    else
        if new.opened_by is not null then
            raise exception 'a right is proposed first' using errcode = 'check_violation', constraint = 'four_eyes';
        end if;
        judge := new.proposed_by;
        fit := array['reviewer', 'senior_reviewer'];
    end if;
    perform 1 from staff s
    where s.tenant_id = new.tenant_id and s.person_id = judge and s.state = 'active'
    for share;
    if not found or not exists (
        select 1 from staff_roles r
        where r.tenant_id = new.tenant_id and r.person_id = judge and r.role = any (fit)
    ) then
        raise exception 'not active staff' using errcode = 'check_violation', constraint = 'active_staff';
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
    if not exists (
        select 1 from capabilities c
        where c.tenant_id = new.tenant_id and c.merchant_id = new.merchant_id
          and c.environment = 'live' and c.state = 'effective'
    ) then
        raise exception 'nothing is in force' using errcode = 'check_violation', constraint = 'nothing_effective';
    end if;
    return new;
end $$;

create trigger four_eyes before insert or update on live_rights
    for each row execute function refuse_one_pair_of_eyes();

-- Credentials end of themselves, are replaced with an overlap, and may be fenced in by networks.
alter table credentials
    add column expires_at timestamptz,
    -- When its merchant was reminded of it.
    add column reminded_at timestamptz,
    -- Set once its term or overlap was found to be over.
    add column expired_at timestamptz,
    -- Until when it speaks beside the one that has taken its place.
    add column rotating_until timestamptz,
    -- Which one it takes the place of.
    add column replaces uuid,
    -- Coarse: written at most once a minute.
    add column last_used_at timestamptz,
    -- Networks it may be used from; from everywhere where there is none.
    add column networks text[] not null default '{}' check (cardinality(networks) <= 20),
    add column revoked_by uuid references persons (id),
    -- Why an admin ended it, or the house did.
    add column revoked_reason text check (revoked_reason in ('leaked', 'asked', 'unused', 'misused', 'right_ended', 'replaced')),
    add foreign key (tenant_id, replaces) references credentials (tenant_id, id);

-- What takes somebody's place takes it once.
create unique index credentials_replaced_once on credentials (tenant_id, replaces) where replaces is not null;
create index credentials_ending on credentials (tenant_id, least(expires_at, rotating_until))
    where revoked_at is null and expired_at is null;

-- No live credential without an open right, whoever asks.
create function refuse_live_without_right() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if new.environment = 'live' then
        perform 1 from live_rights r
        where r.tenant_id = new.tenant_id and r.merchant_id = new.merchant_id
          and r.opened_at is not null and r.ended_at is null
        for share;
        if not found then
            raise exception 'no right to live credentials' using errcode = 'check_violation', constraint = 'live_right';
        end if;
    end if;
    return new;
end $$;

create trigger live_right before insert on credentials
    for each row execute function refuse_live_without_right();
create trigger live_right_to_draw before update of secret_hash on credentials
    for each row when (new.secret_hash is not null) execute function refuse_live_without_right();
