-- Nobody stands on both sides of one decision. The acts by which the desk weighs on a merchant have grown since
-- `refuse_judges` was written; one function knows them all, for the trigger and for whoever asks before.

create function has_judged(of_tenant uuid, of_merchant uuid, person uuid) returns boolean
language sql stable set search_path = pg_catalog, public as $$
    select exists (
        select 1 from applications a
        where a.tenant_id = of_tenant and a.merchant_id = of_merchant and (
            exists (select 1 from recommendations r
                    where r.tenant_id = a.tenant_id and r.application_id = a.id and r.reviewer_id = person)
            or exists (select 1 from decisions d
                       where d.tenant_id = a.tenant_id and d.application_id = a.id and d.decider_id = person)
            or exists (select 1 from judgements j
                       where j.tenant_id = a.tenant_id and j.application_id = a.id and j.judged_by = person)
            or exists (select 1 from requested_items i
                       where i.tenant_id = a.tenant_id and i.application_id = a.id and i.requested_by = person)
            or exists (select 1 from waivers w
                       where w.tenant_id = a.tenant_id and w.application_id = a.id
                         and (w.proposed_by = person or w.answered_by = person))
            or exists (select 1 from channel_answers c
                       where c.tenant_id = a.tenant_id and c.application_id = a.id and c.recorded_by = person)
        )
    ) or exists (
        select 1 from live_rights l
        where l.tenant_id = of_tenant and l.merchant_id = of_merchant
          and (l.proposed_by = person or l.opened_by = person or l.ended_by = person)
    )
$$;

create or replace function refuse_judges() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if new.ended_at is null and has_judged(new.tenant_id, new.merchant_id, new.person_id) then
        raise exception 'both sides of one decision' using errcode = 'check_violation', constraint = 'own_side';
    end if;
    return new;
end $$;

-- Which roles may do it can be named after the column; without a name both of the desk's.
create or replace function refuse_idle_hands_in() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    fit text[] := case when tg_nargs > 1 then array[tg_argv[1]] else array['reviewer', 'senior_reviewer'] end;
begin
    if judge is not null then
        perform 1 from staff s
        where s.tenant_id = new.tenant_id and s.person_id = judge and s.state = 'active'
        for share;
        if not found or not exists (
            select 1 from staff_roles r
            where r.tenant_id = new.tenant_id and r.person_id = judge and r.role = any (fit)
        ) then
            raise exception 'not active staff' using errcode = 'check_violation', constraint = 'active_staff';
        end if;
    end if;
    return new;
end $$;

drop trigger active_staff_answer on waivers;
create trigger active_staff_answer before insert or update on waivers
    for each row execute function refuse_idle_hands_in('answered_by', 'senior_reviewer');

-- What a channel answered is recorded by the same hands, and never taken away; a case is handed up by them.
create trigger own_side before insert on channel_answers for each row execute function refuse_own_side_in('recorded_by');
create trigger active_staff before insert on channel_answers for each row execute function refuse_idle_hands_in('recorded_by');
create trigger append_only_whole before truncate on channel_answers for each statement execute function refuse_change();
create trigger own_side before insert on escalations for each row execute function refuse_own_side_in('raised_by');
create trigger active_staff before insert on escalations for each row execute function refuse_idle_hands_in('raised_by');

-- What is asked of one application or one merchant is found without reading the table.
create index decisions_by_application on decisions (tenant_id, application_id, created_at desc, id desc);
create index recommendations_by_application on recommendations (tenant_id, application_id);
drop index live_rights_proposed;
create index live_rights_in_order on live_rights (tenant_id, id) where ended_at is null;
