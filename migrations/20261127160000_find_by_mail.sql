-- Cases are found by the address that is written to about them, and by the name a business trades under.

alter table search_terms drop constraint search_terms_kind_check,
    add constraint search_terms_kind_check check (kind in ('name', 'number', 'email'));

create index search_terms_emails on search_terms (tenant_id, term) where kind = 'email';

-- What was declared before. What is saved from here on is folded by the program.
with current as (
    select distinct on (s.tenant_id, s.application_id, s.code) s.tenant_id, s.application_id, s.code, s.plain
    from sections s order by s.tenant_id, s.application_id, s.code, s.version desc
), found as (
    select c.tenant_id, c.application_id, c.code, field.key,
           case field.key when 'email' then 'email' else 'name' end as kind,
           case field.key
               when 'email' then lower(normalize(btrim(field.value), nfkc))
               else lower(regexp_replace(normalize(field.value, nfkc), '[[:space:]·・‧•]', '', 'g'))
           end as term
    from current c cross join jsonb_each_text(c.plain) field
    where field.key in ('email', 'dba') and field.value <> ''
)
insert into search_terms (tenant_id, application_id, section, field, kind, term, grams)
select tenant_id, application_id, code, key, kind, term,
       case kind when 'email' then '{}' else
           array(select distinct substr(term, at, size) from generate_series(1, length(term)) at, generate_series(1, 2) size
                 where at + size - 1 <= length(term)) end
from found where term <> ''
on conflict do nothing;
