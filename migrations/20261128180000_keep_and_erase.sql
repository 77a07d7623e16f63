-- What the law keeps, and what goes when it may. Three things may be written here that were closed until now: that an
-- application is set aside, that it is purged, and the blanks in the place of what it held. Everything else stays as
-- closed as it was.

alter table applications
    -- The last day of its course, from which the law counts: of a rejection, a withdrawal or a term that ran out the day
    -- of it (in UTC; the rules count in the country's own), of a relationship that was ended the day that was entered.
    add column ended_on date,
    -- Nobody but whoever looks after retention sees that it is there.
    add column set_aside boolean not null default false,
    -- Since when nothing personal of it is left.
    add column purged_at timestamptz,
    add constraint purged_is_set_aside check (purged_at is null or set_aside);

create function note_ended() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.ended_on := case
        when new.state = 'ended' then (new.state_data ->> 'on')::date
        when new.state in ('rejected', 'withdrawn', 'expired')
        then ((new.state_data ->> 'at')::timestamptz at time zone 'UTC')::date
    end;
    return new;
end $$;

create trigger ended before insert or update of state, state_data on applications
    for each row execute function note_ended();

update applications set state_data = state_data where state in ('rejected', 'withdrawn', 'expired');

create index applications_ended on applications (tenant_id, ended_on, id)
    where ended_on is not null and purged_at is null;
create index applications_set_aside on applications (tenant_id, id) where set_aside;

-- Set aside means: the row isn't there, to whoever doesn't say in their transaction that they look after retention.
-- Whatever is told of an application is told by way of this row.
drop policy tenant on applications;
create policy tenant on applications to gangway_app
    using (
        tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
        and (not set_aside or (select current_setting('app.set_aside', true) = 'seen'))
    )
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

-- Legal holds: while one lies on an application nothing of it is purged, whatever its term.
create table retention_holds (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    -- Sealed under the dossier key.
    reason_sealed bytea not null,
    placed_by uuid not null references persons (id),
    placed_at timestamptz not null,
    lifted_by uuid references persons (id),
    lifted_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    check ((lifted_by is null) = (lifted_at is null))
);

create index retention_holds_of on retention_holds (tenant_id, application_id, placed_at);
create index retention_holds_open on retention_holds (tenant_id, application_id) where lifted_at is null;

-- What was asked or due, and what came of it. The proof holds counts and keyed digests, nothing about anybody.
create table erasures (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    cause text not null check (cause in ('asked', 'term')),
    outcome text not null check (outcome in ('erased', 'restricted')),
    -- Where something forbade it: a legal hold, or the law of this country to the end of this day.
    ground text check (ground in ('hold', 'law')),
    country text,
    kept_until date,
    -- Where it was done: how many of what went, and a digest over all of it.
    removed jsonb,
    digest bytea check (length(digest) = 32),
    -- Whoever entered the request; nobody where the term was over.
    entered_by uuid references persons (id),
    entered_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    check ((outcome = 'restricted') = (ground is not null)),
    check ((ground is not distinct from 'law') = (kept_until is not null and country is not null)),
    check ((outcome = 'erased') = (removed is not null and digest is not null)),
    check ((cause = 'asked') = (entered_by is not null))
);

create index erasures_newest on erasures (tenant_id, id desc);
create index erasures_of on erasures (tenant_id, application_id, id);
-- What is gone is gone once.
create unique index erasures_once on erasures (tenant_id, application_id) where outcome = 'erased';

do $$
declare
    guarded text;
begin
    foreach guarded in array array['retention_holds', 'erasures'] loop
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

grant update (lifted_by, lifted_at) on retention_holds to gangway_app;

create trigger append_only before update or delete on erasures for each row execute function refuse_change();
create trigger append_only_whole before truncate on erasures for each statement execute function refuse_change();
create trigger kept before delete on retention_holds for each row execute function refuse_change();
create trigger kept_whole before truncate on retention_holds for each statement execute function refuse_change();

-- A hold is lifted once, and lies on what is still there. Placed and purged at once: one waits for the other.
create function guard_hold() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if tg_op = 'UPDATE' then
        if old.lifted_at is not null then
            raise exception 'a hold is lifted once' using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    perform 1 from applications a
    where a.tenant_id = new.tenant_id and a.id = new.application_id and a.purged_at is null
    for no key update;
    if not found then
        raise exception 'nothing is left to be held' using errcode = 'foreign_key_violation';
    end if;
    return new;
end $$;

create trigger once before insert or update on retention_holds for each row execute function guard_hold();
create trigger active_staff before insert on retention_holds
    for each row execute function refuse_idle_hands_in('placed_by', 'admin');
create trigger active_staff_lifts before update on retention_holds
    for each row execute function refuse_idle_hands_in('lifted_by', 'admin');
create trigger own_side before insert on retention_holds
    for each row execute function refuse_own_side_in('placed_by');
create trigger own_side_lifts before update on retention_holds
    for each row execute function refuse_own_side_in('lifted_by');
create trigger active_staff before insert on erasures
    for each row execute function refuse_idle_hands_in('entered_by', 'admin');
create trigger own_side before insert on erasures
    for each row execute function refuse_own_side_in('entered_by');

-- What is set aside stays so, what is purged is never touched again, and neither happens to what is under way.
create function guard_set_aside() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if old.purged_at is not null or (old.set_aside and not new.set_aside) then
        raise exception 'it is set aside for good' using errcode = 'restrict_violation';
    end if;
    if new.set_aside and not (
        new.ended_on is not null or (new.state = 'draft' and new.state_data ->> 'previous' is null)
    ) then
        raise exception 'it is under way' using errcode = 'check_violation', constraint = 'under_way';
    end if;
    if new.purged_at is not null and exists (
        select 1 from retention_holds h
        where h.tenant_id = new.tenant_id and h.application_id = new.id and h.lifted_at is null
    ) then
        raise exception 'a legal hold lies on it' using errcode = 'check_violation', constraint = 'legal_hold';
    end if;
    return new;
end $$;

-- After the triggers that derive columns from the state: they are fired in the order of their names.
create trigger set_aside before update on applications
    for each row when (old.set_aside or new.set_aside or new.purged_at is not null)
    execute function guard_set_aside();

create function is_purged(of_tenant uuid, of_application uuid) returns boolean
language sql stable set search_path = pg_catalog, public as $$
    select exists (
        select 1 from applications a
        where a.tenant_id = of_tenant and a.id = of_application and a.purged_at is not null
    )
$$;

-- The one change to a row that is only ever added: exactly these blanks, in an application that is purged.
create function refuse_change_but_blanks() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) = to_jsonb(old) || tg_argv[0]::jsonb
        and is_purged(old.tenant_id, old.application_id) then
        return new;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger append_only on sections;
create trigger append_only before update or delete on sections
    for each row execute function refuse_change_but_blanks('{"plain": {}, "sealed": null}');
grant update (plain, sealed) on sections to gangway_app;

drop trigger append_only on signatures;
create trigger append_only before update or delete on signatures
    for each row execute function refuse_change_but_blanks(
        '{"address": "", "declared_mark": "\\x0000000000000000000000000000000000000000000000000000000000000000"}'
    );
grant update (address, declared_mark) on signatures to gangway_app;

-- Keyed digests of people and accounts, and the network address of whoever accepted an offer: blanked past the triggers
-- that guard these rows' lives, and by nothing but a purge.
drop trigger decided on screening_hits;
create trigger decided before insert on screening_hits for each row execute function guard_screening_hit();
create trigger decided_once before update of state, closed_at, clear_until on screening_hits
    for each row execute function guard_screening_hit();
create trigger marks before update of party_mark, entry_mark on screening_hits
    for each row execute function refuse_change_but_blanks(
        '{"party_mark": "\\x0000000000000000000000000000000000000000000000000000000000000000",
          "entry_mark": "\\x0000000000000000000000000000000000000000000000000000000000000000"}'
    );
grant update (party_mark, entry_mark) on screening_hits to gangway_app;

drop trigger ends_once on account_proofs;
create trigger ends_once before update of state, state_data, amount_sealed, misfit, batch_id, version on account_proofs
    for each row execute function guard_account_proof();
create trigger marks before update of account_mark on account_proofs
    for each row execute function refuse_change_but_blanks(
        '{"account_mark": "\\x0000000000000000000000000000000000000000000000000000000000000000"}'
    );
grant update (account_mark) on account_proofs to gangway_app;

create function refuse_unless_merchant_purged() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if exists (
        select 1 from applications a
        where a.tenant_id = new.tenant_id and a.merchant_id = new.merchant_id and a.purged_at is null
    ) then
        raise exception '% is blanked by a purge alone', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

drop trigger guard on offers;
create trigger guard before insert on offers for each row execute function guard_offer();
create trigger guard_answers before update on offers for each row
    when (to_jsonb(new) is distinct from to_jsonb(old) || '{"accepted_address": "-"}'::jsonb)
    execute function guard_offer();
create trigger blanked before update on offers for each row
    when (to_jsonb(new) = to_jsonb(old) || '{"accepted_address": "-"}'::jsonb)
    execute function refuse_unless_merchant_purged();

-- What came in at the bank is sealed under the tenant's key, many merchants' in one file: a purge writes the file anew
-- without its own.
grant update (content_sealed) on bank_files to gangway_app;

-- With a relationship every credential ends, test ones among them.
alter table credentials drop constraint credentials_revoked_reason_check,
    add constraint credentials_revoked_reason_check check (revoked_reason in (
        'leaked', 'asked', 'unused', 'misused', 'right_ended', 'replaced', 'relationship_ended'
    ));
