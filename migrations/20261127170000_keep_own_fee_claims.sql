-- What a tenant's own contracts say that payments cost: proposed by one person, approved by another, never changed
-- after. A newer claim of the same series takes a standing one's place and thereby ends it the day before.

create table fee_claims (
    tenant_id uuid not null,
    id uuid not null,
    -- What it is about and its figures, as `domain::fees::Claim` is written.
    figures jsonb not null check (jsonb_typeof(figures) = 'object' and figures ? 'channel' and figures ? 'currency'),
    contract text not null check (length(contract) between 1 and 100),
    page text not null check (length(page) between 1 and 50),
    address text check (length(address) between 1 and 500),
    read_on date not null,
    -- What else is to be known: of an estimate, where it comes from.
    note text check (length(note) between 1 and 500),
    effective_from date not null,
    effective_to date,
    -- Every dimension and the source: what only differs in its days and figures is of one series.
    series text not null generated always as (
        (figures ->> 'channel') || '|' || coalesce(figures ->> 'product', '') || '|'
        || coalesce(figures ->> 'country', '') || '|' || coalesce(figures ->> 'subject', '') || '|'
        || coalesce(figures ->> 'industry', '') || '|' || coalesce(figures ->> 'card_class', '') || '|'
        || (figures ->> 'currency') || '|' || contract
    ) stored,
    -- Whose place it takes once it is approved.
    supersedes uuid,
    -- The import it came with.
    import_id uuid,
    proposed_by uuid not null references persons (id),
    proposed_at timestamptz not null,
    outcome text check (outcome in ('approved', 'declined')),
    answered_by uuid references persons (id),
    answered_at timestamptz,
    reason text check (length(reason) between 1 and 500),
    superseded_by uuid,
    -- The last day it held, since another one took its place.
    ended_on date,
    primary key (tenant_id, id),
    foreign key (tenant_id, supersedes) references fee_claims (tenant_id, id),
    foreign key (tenant_id, superseded_by) references fee_claims (tenant_id, id),
    constraint days check (effective_to is null or effective_to >= effective_from),
    constraint answered check ((outcome is null) = (answered_by is null) and (outcome is null) = (answered_at is null)),
    constraint declined check ((outcome is not distinct from 'declined') = (reason is not null)),
    constraint ended check ((superseded_by is null) = (ended_on is null) and (ended_on is null or ended_on >= effective_from)),
    constraint four_eyes check (answered_by <> proposed_by)
);

create index fee_claims_by_series on fee_claims (tenant_id, series, effective_from);
create index fee_claims_waiting on fee_claims (tenant_id, id) where outcome is null;
create index fee_claims_imported on fee_claims (tenant_id, import_id) where import_id is not null and outcome is null;
create unique index fee_claims_supersede_once on fee_claims (tenant_id, supersedes)
    where supersedes is not null and outcome is distinct from 'declined';

alter table fee_claims enable row level security;
alter table fee_claims force row level security;
create policy tenant on fee_claims to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on fee_claims to gangway_owner using (true) with check (true);
grant select, insert on fee_claims to gangway_app;
grant update (outcome, answered_by, answered_at, reason, superseded_by, ended_on) on fee_claims to gangway_app;

-- A row is proposed, answered once, and superseded by nothing but the approval of the one that takes its place.
create function guard_fee_claims() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    hand uuid;
    fit text[];
begin
    if tg_op = 'INSERT' then
        if new.outcome is not null or new.superseded_by is not null then
            raise exception 'a claim is proposed first' using errcode = 'check_violation', constraint = 'four_eyes';
        end if;
        hand := new.proposed_by;
        fit := array['admin'];
    elsif new.superseded_by is distinct from old.superseded_by then
        if pg_trigger_depth() < 2 or old.superseded_by is not null
            or new.outcome is distinct from 'approved' or old.outcome is distinct from 'approved' then
            raise exception 'a claim is superseded by an approval' using errcode = 'restrict_violation';
        end if;
        return null;
    elsif old.outcome is not null or new.outcome is null then
        raise exception 'a claim is answered once' using errcode = 'restrict_violation';
    else
        hand := new.answered_by;
        fit := array['admin', 'senior_reviewer'];
    end if;
    perform 1 from staff s
    where s.tenant_id = new.tenant_id and s.person_id = hand and s.state = 'active'
    for share;
    if not found or not exists (
        select 1 from staff_roles r
        where r.tenant_id = new.tenant_id and r.person_id = hand and r.role = any (fit)
    ) then
        raise exception 'not active staff' using errcode = 'check_violation', constraint = 'active_staff';
    end if;
    if new.outcome = 'declined' then
        return null;
    end if;
    -- Of two at the same moment the second sees the first.
    perform 1 from tenants t where t.id = new.tenant_id for no key update;
    if new.supersedes is not null then
        perform 1 from fee_claims o
        where o.tenant_id = new.tenant_id and o.id = new.supersedes and o.outcome = 'approved'
          and o.superseded_by is null and o.series = new.series and o.effective_from < new.effective_from;
        if not found then
            raise exception 'what it supersedes has moved on'
                using errcode = 'unique_violation', constraint = 'fee_claims_superseded';
        end if;
        if new.outcome = 'approved' then
            update fee_claims o set superseded_by = new.id, ended_on = new.effective_from - 1
            where o.tenant_id = new.tenant_id and o.id = new.supersedes;
        end if;
    end if;
    if exists (
        select 1 from fee_claims o
        where o.tenant_id = new.tenant_id and o.series = new.series and o.id <> new.id
          and o.id is distinct from new.supersedes and o.outcome is distinct from 'declined'
          and o.effective_from <= coalesce(new.effective_to, 'infinity')
          and coalesce(least(o.effective_to, o.ended_on), 'infinity') >= new.effective_from
    ) then
        raise exception 'two claims of one series on one day'
            using errcode = 'unique_violation', constraint = 'fee_claims_overlap';
    end if;
    return null;
end $$;

create trigger four_eyes after insert or update on fee_claims
    for each row execute function guard_fee_claims();
create trigger kept before delete on fee_claims for each row execute function refuse_change();
create trigger kept_whole before truncate on fee_claims for each statement execute function refuse_change();

-- The contract itself, sealed under the tenant's key: one file for a claim, put there while it waits.
create table fee_claim_files (
    tenant_id uuid not null,
    claim_id uuid not null,
    kind text not null check (kind in ('pdf', 'jpeg', 'png')),
    size integer not null check (size between 1 and 5242880),
    sha256 bytea not null check (length(sha256) = 32),
    sealed bytea not null,
    added_by uuid not null references persons (id),
    added_at timestamptz not null,
    primary key (tenant_id, claim_id),
    foreign key (tenant_id, claim_id) references fee_claims (tenant_id, id)
);

alter table fee_claim_files enable row level security;
alter table fee_claim_files force row level security;
create policy tenant on fee_claim_files to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on fee_claim_files to gangway_owner using (true) with check (true);
grant select, insert on fee_claim_files to gangway_app;

create function guard_fee_claim_files() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    perform 1 from fee_claims c
    where c.tenant_id = new.tenant_id and c.id = new.claim_id and c.outcome is null
    for no key update;
    if not found then
        raise exception 'a file comes while its claim waits' using errcode = 'foreign_key_violation';
    end if;
    return new;
end $$;

create trigger while_it_waits before insert on fee_claim_files
    for each row execute function guard_fee_claim_files();
create trigger active_staff before insert on fee_claim_files
    for each row execute function refuse_idle_hands_in('added_by', 'admin');
create trigger append_only before update or delete on fee_claim_files for each row execute function refuse_change();
create trigger append_only_whole before truncate on fee_claim_files
    for each statement execute function refuse_change();
