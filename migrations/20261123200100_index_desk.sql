-- What the desk's queue walks along: open cases by when they are due (those without a date last), closed ones by
-- when they were closed.

drop index applications_queue;
create index applications_queue on applications
    (tenant_id, case_state, coalesce(due_at, 'infinity'::timestamptz), id);
create index applications_closed on applications (tenant_id, closed_at desc, id desc) where case_state = 'closed';
