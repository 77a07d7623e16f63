-- Papers that run out: when each merchant's are to be looked at next, and which words it got before. What runs out is
-- asked for by a job of ours, which is nobody.

alter table requested_items alter column requested_by drop not null;
alter table explanations alter column explained_by drop not null;

create table renewals (
    tenant_id uuid not null,
    application_id uuid not null,
    -- None where nothing of it runs out any more as it stands; without a row it was never looked at.
    next_on date,
    primary key (tenant_id, application_id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

create table renewal_words (
    tenant_id uuid not null,
    application_id uuid not null,
    document_id uuid not null,
    -- The paper's last day, as its merchant gave it.
    last_on date not null,
    -- So many days before; 0 where it was over.
    days smallint not null check (days >= 0),
    told_at timestamptz not null,
    primary key (tenant_id, application_id, document_id, last_on, days),
    foreign key (tenant_id, application_id) references applications (tenant_id, id)
);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['renewals', 'renewal_words'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format(
            'create policy tenant on %I to gangway_app
             using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))
             with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
            guarded
        );
        execute format('create policy migrations on %I to gangway_owner using (true) with check (true)', guarded);
    end loop;
end $$;

grant select, insert, update, delete on renewals to gangway_app;
grant select, insert, delete on renewal_words to gangway_app;

-- Who is aboard, by id: what the walk over papers looks at.
create index applications_aboard on applications (tenant_id, id)
    where state in ('approved', 'changes_requested', 'in_review', 'resubmitted', 'second_review');
