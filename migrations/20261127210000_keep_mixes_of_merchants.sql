-- Past payments of a merchant beside the tenant's own: nobody but who sees that merchant's prices sees them.

alter table stored_mixes
    add column merchant_id uuid,
    add foreign key (tenant_id, merchant_id) references merchants (tenant_id, id);

create index on stored_mixes (tenant_id, merchant_id, id);

-- What columns mean is remembered for each: under the merchant's id, or the tenant's own.
alter table stored_mix_columns add column owner uuid;

update stored_mix_columns set owner = tenant_id;

alter table stored_mix_columns
    alter column owner set not null,
    drop constraint stored_mix_columns_pkey,
    add primary key (tenant_id, owner);
