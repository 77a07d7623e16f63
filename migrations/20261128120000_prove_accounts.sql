-- That an account is the applicant's, proven by a small transfer one way or the other.

-- The tenant's own account, to which merchants send; without one (all of it empty), only the tenant sends.
create table own_accounts (
    tenant_id uuid not null,
    holder text not null check (length(holder) <= 200),
    bank text not null check (length(bank) <= 200),
    number text not null check (length(number) <= 64),
    saved_by uuid not null references persons (id),
    saved_at timestamptz not null,
    primary key (tenant_id),
    foreign key (tenant_id) references tenants (id),
    check ((holder = '') = (bank = '') and (bank = '') = (number = ''))
);

alter table own_accounts enable row level security;
alter table own_accounts force row level security;
create policy tenant on own_accounts to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on own_accounts to gangway_owner using (true) with check (true);
grant select, insert, update (holder, bank, number, saved_by, saved_at) on own_accounts to gangway_app;

create table account_proofs (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    state text not null
        check (state in ('choosing', 'ordered', 'sent', 'awaited', 'verified', 'failed', 'ended')),
    state_data jsonb not null check (state_data ->> 'state' = state),
    -- What stands with the transfer, whichever way it goes.
    reference text not null,
    -- Keyed digest of the account's number: whether it is still the one that was proven.
    account_mark bytea not null check (length(account_mark) = 32),
    -- Whose account, its number and bank, sealed under the dossier key.
    account_sealed bytea not null,
    -- How much is sent, sealed under the dossier key; drawn anew for each way.
    amount_sealed bytea,
    currency text not null,
    -- What was otherwise about the last transfer that named it.
    misfit text check (misfit in ('amount', 'payer', 'account')),
    -- The file of orders it went to the bank with.
    batch_id uuid,
    begun_at timestamptz not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, reference),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

-- One at a time.
create unique index account_proofs_open on account_proofs (tenant_id, application_id)
    where state in ('choosing', 'ordered', 'sent', 'awaited');
create index account_proofs_of_application on account_proofs (tenant_id, application_id, begun_at desc);
create index account_proofs_waiting on account_proofs (tenant_id, id)
    where state in ('choosing', 'ordered', 'sent', 'awaited');
create index account_proofs_batch on account_proofs (tenant_id, batch_id) where batch_id is not null;

alter table account_proofs enable row level security;
alter table account_proofs force row level security;
create policy tenant on account_proofs to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on account_proofs to gangway_owner using (true) with check (true);
grant select, insert, update (state, state_data, amount_sealed, misfit, batch_id, version) on account_proofs to gangway_app;

-- What is over stays over, and a proof that was lost is never found again.
create function guard_account_proof() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if old.state in ('verified', 'failed', 'ended') then
        raise exception 'a proof ends once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger ends_once before update on account_proofs for each row execute function guard_account_proof();
create trigger kept before delete on account_proofs for each row execute function refuse_change();
create trigger kept_whole before truncate on account_proofs for each statement execute function refuse_change();

-- Files of what came in at the bank: looked at first, then taken in.
create table bank_files (
    tenant_id uuid not null,
    id uuid not null,
    lines integer not null check (lines >= 0),
    sha256 bytea not null check (length(sha256) = 32),
    -- What came in, sealed under the tenant's key.
    content_sealed bytea not null,
    imported_by uuid not null references persons (id),
    imported_at timestamptz not null,
    confirmed_by uuid references persons (id),
    confirmed_at timestamptz,
    dropped_at timestamptz,
    primary key (tenant_id, id),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_at is null or dropped_at is null)
);

create index bank_files_newest on bank_files (tenant_id, imported_at desc, id desc);

alter table bank_files enable row level security;
alter table bank_files force row level security;
create policy tenant on bank_files to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on bank_files to gangway_owner using (true) with check (true);
grant select, insert, update (confirmed_by, confirmed_at, dropped_at) on bank_files to gangway_app;

create trigger kept before delete on bank_files for each row execute function refuse_change();
create trigger kept_whole before truncate on bank_files for each statement execute function refuse_change();

-- Each line that was taken in, once however often it comes.
create table bank_lines (
    tenant_id uuid not null,
    file_id uuid not null,
    line integer not null check (line > 0),
    -- Keyed digest of all it says.
    mark bytea not null check (length(mark) = 32),
    outcome text not null check (outcome in ('fits', 'amount', 'payer', 'account', 'nobody')),
    proof_id uuid,
    primary key (tenant_id, file_id, line),
    unique (tenant_id, mark),
    foreign key (tenant_id, file_id) references bank_files (tenant_id, id),
    foreign key (tenant_id, proof_id) references account_proofs (tenant_id, id),
    check ((outcome = 'nobody') = (proof_id is null))
);

alter table bank_lines enable row level security;
alter table bank_lines force row level security;
create policy tenant on bank_lines to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on bank_lines to gangway_owner using (true) with check (true);
grant select, insert on bank_lines to gangway_app;

create trigger append_only before update or delete on bank_lines for each row execute function refuse_change();
create trigger append_only_whole before truncate on bank_lines for each statement execute function refuse_change();
