-- A requirement that isn't asked of a merchant after all: one proposes it, another one answers. The answer is written
-- once; the rest never changes.

create table waivers (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    -- `field:bank:cnaps` or `paper:bank_proof`.
    what text not null check (what like 'field:%' or what like 'paper:%'),
    -- Sealed under the dossier key.
    reason_sealed bytea not null,
    proposed_by uuid not null references persons (id),
    proposed_at timestamptz not null,
    outcome text check (outcome in ('confirmed', 'declined')),
    answered_by uuid references persons (id),
    answered_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    constraint four_eyes check (answered_by <> proposed_by),
    constraint answered check ((outcome is null) = (answered_by is null) and (outcome is null) = (answered_at is null))
);

-- One that waits or holds, for each requirement.
create unique index waivers_standing on waivers (tenant_id, application_id, what) where outcome is distinct from 'declined';

alter table waivers enable row level security;
alter table waivers force row level security;
create policy tenant on waivers to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on waivers to gangway_owner using (true) with check (true);
grant select, insert on waivers to gangway_app;
grant update (outcome, answered_by, answered_at) on waivers to gangway_app;

create function refuse_second_answer() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if old.outcome is not null then
        raise exception 'a waiver is answered once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger answered_once before update on waivers for each row execute function refuse_second_answer();
create trigger own_side before insert on waivers for each row execute function refuse_own_side_in('proposed_by');
create trigger active_staff before insert on waivers for each row execute function refuse_idle_hands_in('proposed_by');
create trigger own_side_answer before insert or update on waivers for each row execute function refuse_own_side_in('answered_by');
create trigger active_staff_answer before insert or update on waivers for each row execute function refuse_idle_hands_in('answered_by');
