-- The queue's order in words that an index is looked into for behind a policy: of `case` the planner knows that it tells
-- nothing of the rows it is asked about, of `coalesce` it doesn't, and a page deep in the queue read all the pages before it.

drop index applications_queue;
create index applications_queue on applications
    (tenant_id, case_state, (case when due_at is null then 'infinity'::timestamptz else due_at end), id);
