-- Whoever takes, recommends or decides a case works on cases of the tenant at that very moment. The staff row is
-- held, so that a deactivation or a change of roles waits for the act, or the act finds it done.

create function refuse_idle_hands() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
    judge uuid;
begin
    if tg_table_name = 'recommendations' then
        judge := new.reviewer_id;
    elsif tg_table_name = 'decisions' then
        judge := new.decider_id;
    else
        judge := new.claimed_by;
    end if;
    if judge is not null then
        perform 1 from staff s
        where s.tenant_id = new.tenant_id and s.person_id = judge and s.state = 'active'
        for share;
        if not found or not exists (
            select 1 from staff_roles r
            where r.tenant_id = new.tenant_id and r.person_id = judge and r.role in ('reviewer', 'senior_reviewer')
        ) then
            raise exception 'not active staff' using errcode = 'check_violation', constraint = 'active_staff';
        end if;
    end if;
    return new;
end $$;

create trigger active_staff before insert on recommendations for each row execute function refuse_idle_hands();
create trigger active_staff before insert on decisions for each row execute function refuse_idle_hands();
create trigger active_staff before update of claimed_by on applications for each row
    when (new.claimed_by is distinct from old.claimed_by) execute function refuse_idle_hands();
