-- A part of a name that many tenants' merchants have ("公司") is looked up within the tenant: the index knows whose a name is.

create extension if not exists btree_gin;

drop index search_terms_grams;
create index search_terms_grams on search_terms using gin (tenant_id, grams) where kind = 'name';
