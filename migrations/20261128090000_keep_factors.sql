-- What a person proves themselves with beside the password. Like persons, these stand outside every tenant.

create table totp_factors (
    person_id uuid primary key references persons (id),
    -- Sealed under the master key, bound to the person.
    secret_sealed bytea not null,
    -- The newest step of thirty seconds whose code was taken, the one of the enrolment first: a code works once.
    last_step bigint not null,
    created_at timestamptz not null
);

-- Ten codes for the day the phone is gone, each good once; kept as digests.
create table recovery_codes (
    person_id uuid not null references persons (id),
    code_hash bytea not null check (length(code_hash) = 32),
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (person_id, code_hash)
);

create table passkeys (
    id uuid primary key,
    person_id uuid not null references persons (id),
    -- The authenticator's own id of it: no two persons share one.
    credential_id bytea not null unique,
    name text not null check (length(name) between 1 and 60),
    -- The public key and what else signatures are checked against.
    credential jsonb not null,
    -- How often the authenticator says it has signed; 0 where it doesn't count. It never goes back.
    counter bigint not null check (counter >= 0),
    created_at timestamptz not null,
    last_used_at timestamptz
);

create index passkeys_by_person on passkeys (person_id, created_at);

-- A challenge put to a browser: taken once, for five minutes.
create table passkey_challenges (
    id uuid primary key,
    -- Whose new passkey is to be registered; null where a passkey is to be used.
    person_id uuid references persons (id),
    state jsonb not null,
    created_at timestamptz not null
);

create index passkey_challenges_by_age on passkey_challenges (created_at);

-- The ladder of wrong codes, apart from that of passwords: a right password opens it no sooner.
alter table persons
    add column factor_failed_attempts integer not null default 0,
    add column factor_last_failed_at timestamptz,
    add column factor_locked_until timestamptz;

-- How far a session has come, when its person last proved who they are, and whether its cookie is due for a new value.
alter table sessions
    add column stage text not null default 'whole' check (stage in ('half', 'whole')),
    add column proved_at timestamptz,
    add column renew boolean not null default false;

grant select, insert, delete on totp_factors, recovery_codes, passkeys, passkey_challenges to gangway_app;
grant update (secret_sealed, last_step, created_at) on totp_factors to gangway_app;
grant update (name, credential, counter, last_used_at) on passkeys to gangway_app;
grant update (used_at) on recovery_codes to gangway_app;

-- The counter of a passkey and the last step of a secret go one way, whatever the program does.
create function refuse_replay() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'passkeys' then
        if new.counter < old.counter then
            raise exception 'a passkey counts up' using errcode = 'check_violation';
        end if;
    elsif new.secret_sealed = old.secret_sealed and new.last_step <= old.last_step then
        raise exception 'a code works once' using errcode = 'check_violation';
    end if;
    return new;
end;
$$;

create trigger passkeys_count_up before update on passkeys for each row execute function refuse_replay();
create trigger codes_work_once before update on totp_factors for each row execute function refuse_replay();
