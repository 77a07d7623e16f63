-- What a tenant sets about the road of its applications: terms and switches as the rules name them. What isn't named
-- is as the house has it.

alter table tenants add column policy jsonb not null default '{}' check (jsonb_typeof(policy) = 'object');
