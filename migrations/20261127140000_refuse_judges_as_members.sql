-- The other way round of `own_side`: whoever recommended or decided on an application of a merchant never takes a
-- role there afterwards.

create function refuse_judges() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if new.ended_at is null and exists (
        select 1 from applications a
        where a.tenant_id = new.tenant_id and a.merchant_id = new.merchant_id and (
            exists (select 1 from recommendations r
                    where r.tenant_id = a.tenant_id and r.application_id = a.id and r.reviewer_id = new.person_id)
            or exists (select 1 from decisions d
                       where d.tenant_id = a.tenant_id and d.application_id = a.id and d.decider_id = new.person_id)
        )
    ) then
        raise exception 'both sides of one decision' using errcode = 'check_violation', constraint = 'own_side';
    end if;
    return new;
end $$;

create trigger own_side before insert or update on merchant_members for each row execute function refuse_judges();

-- Who belongs to a merchant, and who is invited.
create index merchant_members_by_merchant on merchant_members (tenant_id, merchant_id) where ended_at is null;
create index invitations_by_merchant on invitations (tenant_id, merchant_id) where merchant_id is not null;
