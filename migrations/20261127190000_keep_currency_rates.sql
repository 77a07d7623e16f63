-- What a tenant says currencies are worth, by the day from which it holds. Only ever added to: a wrong figure is followed
-- by another of the same day, and the one that was entered last counts. A newer day alone would leave the wrong day
-- wrong, and what was reckoned with stays to be read.

create table currency_rates (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    holds_from date not null,
    -- One unit of it in millionths of a unit of the tenant's own currency.
    worth bigint not null check (worth between 1 and 1000000000000),
    entered_by uuid not null references persons (id),
    entered_at timestamptz not null,
    -- The order in which they were entered.
    place bigint generated always as identity,
    primary key (tenant_id, id)
);

create index currency_rates_of_day on currency_rates (tenant_id, currency, holds_from desc, place desc);
create index currency_rates_entered on currency_rates (tenant_id, place desc);

alter table currency_rates enable row level security;
alter table currency_rates force row level security;
create policy tenant on currency_rates to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on currency_rates to gangway_owner using (true) with check (true);
grant select, insert on currency_rates to gangway_app;
