-- What the desk's search finds cases by: names of businesses and people, folded, with the pairs of neighbouring
-- characters in them (two are a whole name in Chinese, too short for trigrams); and numbers that stand plainly.

create table search_terms (
    tenant_id uuid not null,
    application_id uuid not null,
    section text not null,
    field text not null,
    kind text not null check (kind in ('name', 'number')),
    term text not null,
    grams text[] not null default '{}',
    primary key (tenant_id, application_id, section, field),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create index search_terms_grams on search_terms using gin (grams) where kind = 'name';
create index search_terms_numbers on search_terms (tenant_id, term) where kind = 'number';

alter table search_terms enable row level security;
alter table search_terms force row level security;
create policy tenant on search_terms to gangway_app
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy migrations on search_terms to gangway_owner using (true) with check (true);
create policy lookup on search_terms for select to gangway_lookup using (true);
grant select, insert, delete on search_terms to gangway_app;
grant select on search_terms to gangway_lookup;

-- Names that were declared before. What is saved from here on is folded by the program.
with current as (
    select distinct on (s.tenant_id, s.application_id, s.code) s.tenant_id, s.application_id, s.code, s.plain
    from sections s order by s.tenant_id, s.application_id, s.code, s.version desc
), names as (
    select c.tenant_id, c.application_id, c.code, field.key,
           lower(regexp_replace(normalize(field.value, nfkc), '[[:space:]·・‧•]', '', 'g')) as term
    from current c cross join jsonb_each_text(c.plain) field
    where field.key in ('name', 'legal_name', 'trade_name', 'account_holder') and field.value <> ''
)
insert into search_terms (tenant_id, application_id, section, field, kind, term, grams)
select tenant_id, application_id, code, key, 'name', term,
       array(select distinct substr(term, at, size) from generate_series(1, length(term)) at, generate_series(1, 2) size
             where at + size - 1 <= length(term))
from names where term <> '';

-- The tenant's applications with such a part in one of their names. Under the policies no index of grams may be used,
-- as the operators on arrays could tell what they compared; so the search repeats the test of the tenant.
create function lookup_named(part text, pairs text[])
returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
    select s.application_id
    from public.search_terms s
    where s.tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
      and s.kind = 'name' and s.grams @> pairs and strpos(s.term, part) > 0
$$;

grant create on schema public to gangway_lookup;
alter function lookup_named(text, text[]) owner to gangway_lookup;
revoke create on schema public from gangway_lookup;
set local role gangway_lookup;
revoke all on function lookup_named(text, text[]) from public;
grant execute on function lookup_named(text, text[]) to gangway_app;
reset role;

-- The newest first on each shelf.
create index applications_newest on applications (tenant_id, case_state, submitted_at desc, id desc);
