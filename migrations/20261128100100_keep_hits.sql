-- Who of an application may stand on a list, and what people say to it. Nothing of it is ever a merchant's to see.

create table screening_hits (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    list_id uuid not null,
    file_id uuid not null,
    -- What it means, as the list said when it was found.
    meaning text not null check (meaning in ('stop', 'two_people', 'notice')),
    role text not null check (role in ('applicant', 'representative', 'agent', 'owner', 'holder')),
    -- Keyed digests of what the party declared and of what the list says: the pair that a decision holds for.
    party_mark bytea not null check (length(party_mark) = 32),
    entry_mark bytea not null check (length(entry_mark) = 32),
    -- Names and what matched, sealed under the dossier key.
    details_sealed bytea not null,
    found_at timestamptz not null,
    state text not null check (state in ('open', 'confirmed', 'cleared', 'gone')),
    closed_at timestamptz,
    -- Until when somebody else is somebody else: then the pair is asked about again.
    clear_until date,
    primary key (tenant_id, id),
    unique (tenant_id, application_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    foreign key (tenant_id, list_id, file_id) references screening_files (tenant_id, list_id, id),
    check ((state = 'open') = (closed_at is null)),
    check ((state = 'cleared') = (clear_until is not null))
);

create index screening_hits_of_application on screening_hits (tenant_id, application_id, found_at desc, id desc);
create index screening_hits_open on screening_hits (tenant_id, id) where state = 'open';
create index screening_hits_of_pair on screening_hits (tenant_id, party_mark, entry_mark);
-- One question at a time.
create unique index screening_hits_once on screening_hits (tenant_id, application_id, list_id, role, party_mark, entry_mark)
    where state = 'open';

alter table screening_hits enable row level security;
alter table screening_hits force row level security;
create policy tenant on screening_hits to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on screening_hits to gangway_owner using (true) with check (true);
grant select, insert on screening_hits to gangway_app;
grant update (state, closed_at, clear_until) on screening_hits to gangway_app;

create table screening_verdicts (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    hit_id uuid not null,
    verdict text not null check (verdict in ('same', 'other')),
    reason_sealed bytea not null,
    decided_by uuid not null references persons (id),
    decided_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id, hit_id) references screening_hits (tenant_id, application_id, id)
);

-- One person, one word.
create unique index screening_verdicts_once on screening_verdicts (tenant_id, hit_id, decided_by);

alter table screening_verdicts enable row level security;
alter table screening_verdicts force row level security;
create policy tenant on screening_verdicts to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on screening_verdicts to gangway_owner using (true) with check (true);
grant select, insert on screening_verdicts to gangway_app;

create trigger append_only before update or delete on screening_verdicts for each row execute function refuse_change();
create trigger append_only_whole before truncate on screening_verdicts for each statement execute function refuse_change();
create trigger own_side before insert on screening_verdicts for each row execute function refuse_own_side_in('decided_by');
create trigger active_staff before insert on screening_verdicts for each row execute function refuse_idle_hands_in('decided_by');

-- A hit is closed once, by as many people as its list asks for who say the same; unless what it asked about is gone.
create function guard_screening_hit() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    said bigint;
begin
    if tg_op = 'INSERT' then
        if new.state <> 'open' then
            raise exception 'a hit is open first' using errcode = 'restrict_violation';
        end if;
        -- Found and approved at once: one waits for the other.
        perform 1 from applications a where a.tenant_id = new.tenant_id and a.id = new.application_id for no key update;
        return new;
    end if;
    if old.state <> 'open' then
        raise exception 'a hit is closed once' using errcode = 'restrict_violation';
    end if;
    if new.state in ('confirmed', 'cleared') then
        select count(*) into said from screening_verdicts v
        where v.tenant_id = new.tenant_id and v.hit_id = new.id
          and v.verdict = case new.state when 'confirmed' then 'same' else 'other' end;
        if said < (case new.meaning when 'notice' then 1 else 2 end) then
            raise exception 'too few people have said so' using errcode = 'check_violation', constraint = 'four_eyes';
        end if;
    end if;
    return new;
end $$;

create trigger decided before insert or update on screening_hits for each row execute function guard_screening_hit();
create trigger kept before delete on screening_hits for each row execute function refuse_change();
create trigger kept_whole before truncate on screening_hits for each statement execute function refuse_change();

-- Against which files somebody of an application was held last.
create table screening_looks (
    tenant_id uuid not null,
    application_id uuid not null,
    files uuid[] not null,
    looked_at timestamptz not null,
    primary key (tenant_id, application_id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

alter table screening_looks enable row level security;
alter table screening_looks force row level security;
create policy tenant on screening_looks to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on screening_looks to gangway_owner using (true) with check (true);
grant select, insert, update (files, looked_at) on screening_looks to gangway_app;

-- Whether something of a list stands in the way of an approval: an open hit, one that is to stop it, or a file that counts
-- against which nobody of it was held yet.
create function is_held_up(of_tenant uuid, of_application uuid) returns boolean
language sql volatile set search_path = pg_catalog, public as $$
    select exists (
        select 1 from screening_hits h
        where h.tenant_id = of_tenant and h.application_id = of_application
          and (h.state = 'open' or (h.state = 'confirmed' and h.meaning = 'stop'))
    ) or exists (
        select 1 from screening_lists l
        cross join lateral (
            select f.id from screening_files f
            where f.tenant_id = l.tenant_id and f.list_id = l.id and f.confirmed_at is not null
            order by f.confirmed_at desc, f.id desc limit 1
        ) f
        where l.tenant_id = of_tenant and not exists (
            select 1 from screening_looks k
            where k.tenant_id = of_tenant and k.application_id = of_application and f.id = any (k.files)
        )
    )
$$;

-- Whoever is aboard already stays so when what a channel asked for is left unanswered.
create function refuse_approval_with_hits() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if is_held_up(new.tenant_id, new.id) then
        raise exception 'a hit is open' using errcode = 'check_violation', constraint = 'open_hit';
    end if;
    return new;
end $$;

create trigger no_open_hit before update of state on applications
    for each row when (
        new.state in ('account_verification', 'signing', 'approved')
        and old.state not in ('account_verification', 'signing', 'approved')
        and not (old.state = 'changes_requested' and new.state = 'approved' and jsonb_exists(old.state_data, 'aboard'))
    ) execute function refuse_approval_with_hits();
create trigger no_open_hit_at_last before update of state on applications
    for each row when (new.state = 'approved' and old.state in ('account_verification', 'signing'))
    execute function refuse_approval_with_hits();

-- Whoever said what a hit is has judged.
create or replace function has_judged(of_tenant uuid, of_merchant uuid, person uuid) returns boolean
language sql stable set search_path = pg_catalog, public as $$
    select exists (
        select 1 from applications a
        where a.tenant_id = of_tenant and a.merchant_id = of_merchant and (
            exists (select 1 from recommendations r
                    where r.tenant_id = a.tenant_id and r.application_id = a.id and r.reviewer_id = person)
            or exists (select 1 from decisions d
                       where d.tenant_id = a.tenant_id and d.application_id = a.id and d.decider_id = person)
            or exists (select 1 from judgements j
                       where j.tenant_id = a.tenant_id and j.application_id = a.id and j.judged_by = person)
            or exists (select 1 from requested_items i
                       where i.tenant_id = a.tenant_id and i.application_id = a.id and i.requested_by = person)
            or exists (select 1 from waivers w
                       where w.tenant_id = a.tenant_id and w.application_id = a.id
                         and (w.proposed_by = person or w.answered_by = person))
            or exists (select 1 from channel_answers c
                       where c.tenant_id = a.tenant_id and c.application_id = a.id and c.recorded_by = person)
            or exists (select 1 from screening_verdicts v
                       where v.tenant_id = a.tenant_id and v.application_id = a.id and v.decided_by = person)
        )
    ) or exists (
        select 1 from live_rights l
        where l.tenant_id = of_tenant and l.merchant_id = of_merchant
          and (l.proposed_by = person or l.opened_by = person or l.ended_by = person)
    )
$$;
